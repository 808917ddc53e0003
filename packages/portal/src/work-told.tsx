export interface Work {
  done: number;
  failed: number;
  total: number;
}

/** Those that are through with it, well or not. */
export const throughOf = ({ done, failed }: Work): number => done + failed;

export type WorkState = 'begun' | 'over' | 'overPartly';

export function workState(work: Work): WorkState {
  if (throughOf(work) < work.total) return 'begun';
  return work.failed > 0 ? 'overPartly' : 'over';
}

const PARTS = 4;

/** What was last told aloud, of a hundred: whoever listens hears of each quarter, not of each step. */
export function toldPercent(work: Work): number {
  const quarters = work.total === 0 ? 0 : Math.floor((throughOf(work) * PARTS) / work.total);
  return (quarters * 100) / PARTS;
}
