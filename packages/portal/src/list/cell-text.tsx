/** What someone has typed into a cell, and over which value they began. */
export interface Mine {
  typed: string;
  over: string;
}

/** What leaving the cell would mean: nothing to save, a change, or a change over one that someone else has made meanwhile. */
export function fateOf(mine: Mine | null, now: string): 'same' | 'mine' | 'contested' {
  if (mine === null || mine.typed === now) return 'same';
  return mine.over === now ? 'mine' : 'contested';
}
