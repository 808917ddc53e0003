/** The key under which the browser's hooks look for the same read: theirs, since both fill one cache. */
export function queryKey(path: readonly string[], input: unknown) {
  return [path, input === undefined ? { type: 'query' } : { input, type: 'query' }] as const;
}
