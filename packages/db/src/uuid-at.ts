/** The least uuidv7 of a moment: ids are in the order of time, so it bounds rows by an index that begins with them. */
export function uuidAt(time: Date | number): string {
  const hex = Math.max(0, Math.min(Number(time), 2 ** 48 - 1))
    .toString(16)
    .padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
