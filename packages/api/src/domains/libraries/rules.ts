/** Every library counts, an inactive one too: otherwise a plan for one runs any number by turns. */
export function mayAddLibrary(count: number, limit: number): boolean {
  return count < limit;
}

const MOST_LETTERS = 6;

/** What receipts call a library until someone names it: how its words begin, and where its PIN code ends. */
export function codeOf(name: string, pincode: string): string {
  const letters = name.split(/[^A-Za-z0-9]+/).map((word) => word.charAt(0));
  return `${letters.join('').slice(0, MOST_LETTERS).toUpperCase() || 'L'}-${pincode.replaceAll(/\D/g, '').slice(-3)}`;
}
