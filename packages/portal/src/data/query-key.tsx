/** The key under which the browser's hooks look for the same read: theirs, since both fill one cache. */
export function queryKey(path: readonly string[], input: unknown) {
  return [path, input === undefined ? { type: 'query' } : { input, type: 'query' }] as const;
}

/** The router that a key of a query or of a change belongs to. */
export function routerOf(key: readonly unknown[] | undefined): string | null {
  const [path] = key ?? [];
  const [router] = Array.isArray(path) ? path : [];
  return typeof router === 'string' ? router : null;
}
