/** Every library counts, an inactive one too: otherwise a plan for one runs any number by turns. */
export function mayAddLibrary(count: number, limit: number): boolean {
  return count < limit;
}
