import type { IMPORT_ACTS, IMPORT_STATES } from './names.ts';

type State = (typeof IMPORT_STATES)[number];
type Act = (typeof IMPORT_ACTS)[number];

const moves: Readonly<Record<Act, { from: readonly State[]; to: State }>> = {
  start: { from: ['checked', 'stopped'], to: 'applying' },
  stop: { from: ['applying'], to: 'stopped' },
  undo: { from: ['done', 'stopped'], to: 'undoing' },
};

const UNDO_MS = 24 * 60 * 60 * 1000;

interface Ended {
  state: State;
  finishedAt: Date | null;
  updatedAt: Date;
}

/** Until when an import can be undone: for a day from its end, or from when it was stopped. */
export function undoableTill({ state, finishedAt, updatedAt }: Ended): Date | null {
  if (state !== 'done' && state !== 'stopped') return null;
  return new Date((state === 'done' ? (finishedAt ?? updatedAt) : updatedAt).getTime() + UNDO_MS);
}

/** What an act makes of an import; null where it may not be done. */
export function movedBy(act: Act, ended: Ended, now: Date): State | null {
  const { from, to } = moves[act];
  const till = act === 'undo' ? undoableTill(ended) : null;
  return from.includes(ended.state) && (till === null || now <= till) ? to : null;
}

/** Rows are mended and chosen while nothing is being done with them. */
export const mayMend = (state: State): boolean => state === 'checked' || state === 'stopped';

export const mayMap = (state: State): boolean => state === 'read' || state === 'checked';
