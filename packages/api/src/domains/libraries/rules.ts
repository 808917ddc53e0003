/** Every library counts, an inactive one too: otherwise a plan for one runs any number by turns. */
export function mayAddLibrary(count: number, limit: number): boolean {
  return count < limit;
}

export interface Near {
  latitude: number;
  longitude: number;
  km: number;
}

const KM_OF_DEGREE = 111;

/** What holds the circle, as degrees. (None of ours lies where the longitudes begin anew, or at a pole.) */
export function boxOf({ latitude, longitude, km }: Near) {
  const up = km / KM_OF_DEGREE;
  const aside = up / Math.max(Math.cos(((Math.abs(latitude) + up) * Math.PI) / 180), 0.01);
  return { south: latitude - up, north: latitude + up, west: longitude - aside, east: longitude + aside };
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
