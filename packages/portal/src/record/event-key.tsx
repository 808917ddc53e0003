/**
 * Where in a group of words an event is said: as its own kind says it, else as what was done is usually said of any kind,
 * else as any other.
 */
export function eventKey(words: { has: (key: string) => boolean }, name: string): string {
  const usual = name.replace(/^[^.]*/, 'usual');
  return [name, usual].find((key) => words.has(key)) ?? 'other';
}
