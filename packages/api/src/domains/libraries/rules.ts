/** Every library counts, an inactive one too: otherwise a plan for one runs any number by turns. */
export function mayAddLibrary(count: number, limit: number): boolean {
  return count < limit;
}

const MOST_LETTERS = 6;

/** What receipts call a library until someone names it: how its words begin, where its PIN code ends, and which of those. */
export function freeCode({ name, pincode }: { name: string; pincode: string }, taken: ReadonlySet<string>): string {
  const letters = name.split(/[^A-Za-z0-9]+/).map((word) => word.charAt(0));
  const first = `${letters.join('').slice(0, MOST_LETTERS).toUpperCase() || 'L'}-${pincode.slice(-3)}`;
  let code = first;
  for (let number = 2; taken.has(code); number += 1) code = `${first}-${number}`;
  return code;
}
