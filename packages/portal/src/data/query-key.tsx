/** The key under which the browser's hooks look for the same read: theirs, since both fill one cache. */
export function queryKey(path: readonly string[], input: unknown) {
  return [path, input === undefined ? { type: 'query' } : { input, type: 'query' }] as const;
}

/** Router and verb that a key of a query or of a change is about. */
export function verbOf(key: readonly unknown[] | undefined): readonly string[] {
  const [path] = key ?? [];
  return Array.isArray(path) ? path.filter((step) => typeof step === 'string') : [];
}

export function routerOf(key: readonly unknown[] | undefined): string | null {
  return verbOf(key)[0] ?? null;
}
