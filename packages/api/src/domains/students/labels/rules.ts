/** Two labels that differ by case alone are one. */
export const foldOf = (name: string): string => name.toLowerCase();

/** How many labels a business may have at a time. */
export const MOST_LABELS = 200;

/** The lowest places that are free, for so many more; null where no more fit. */
export function freePlaces(taken: readonly number[], wanted: number): number[] | null {
  const held = new Set(taken);
  const free = Array.from({ length: MOST_LABELS }, (_, at) => at + 1).filter((place) => !held.has(place));
  return free.length < wanted ? null : free.slice(0, wanted);
}
