import { useState } from 'react';

// More is done by a job, not by a page that must stay open.
export const MOST_PICKED = 1000;

/** Rows that are chosen, over all pages of a list. */
export interface Picked<Row> {
  rows: readonly Row[];
  /** Boxes stand beside the rows, also where no pointer can hover. */
  isOn: boolean;
  has: (row: Row) => boolean;
  /** With `upTo` all rows from the one before. */
  toggle: (row: Row, upTo: boolean) => void;
  toggleAll: () => void;
  /** As many of them as there is room for. */
  add: (rows: readonly Row[]) => void;
  begin: () => void;
  clear: () => void;
}

interface State<Row> {
  scope: string;
  isOn: boolean;
  rows: ReadonlyMap<string, Row>;
  last: string | null;
}

const nothing = (scope: string) => ({ scope, isOn: false, rows: new Map(), last: null });

/** `shown` are the rows of the page; where `scope` changes it is another list, and what was chosen in it is let go. */
export function usePicked<Row extends { id: string }>(shown: readonly Row[], scope: string): Picked<Row> {
  const [kept, setState] = useState<State<Row>>(() => nothing(scope));
  const state: State<Row> = kept.scope === scope ? kept : nothing(scope);
  const set = (rows: ReadonlyMap<string, Row>, last: string | null) => setState({ scope, isOn: true, rows, last });
  const add = (rows: readonly Row[], last: string | null) =>
    set(new Map([...state.rows, ...rows.map((row) => [row.id, row] as const)]), last);
  const without = (rows: readonly Row[], last: string | null) => {
    const ids = new Set(rows.map(({ id }) => id));
    set(new Map([...state.rows].filter(([id]) => !ids.has(id))), last);
  };
  const has = ({ id }: Row) => state.rows.has(id);
  const range = (row: Row): readonly Row[] => {
    const [from, to] = [shown.findIndex(({ id }) => id === state.last), shown.indexOf(row)].sort((a, b) => a - b);
    return from === undefined || from < 0 || to === undefined ? [row] : shown.slice(from, to + 1);
  };
  return {
    // What the page shows now is newer than what was chosen.
    rows: [...state.rows.values()].map((row) => shown.find(({ id }) => id === row.id) ?? row),
    isOn: state.isOn,
    has,
    toggle: (row, upTo) => (has(row) ? without : add)(upTo ? range(row) : [row], row.id),
    toggleAll: () => (shown.every(has) ? without : add)(shown, null),
    // They may have been read for long: what was let go meanwhile stays let go.
    add: (rows) =>
      setState((now) => {
        if (now.scope !== scope || !now.isOn) return now;
        const all = new Map([...now.rows, ...rows.map((row) => [row.id, row] as const)]);
        return { ...now, rows: new Map([...all].slice(0, MOST_PICKED)), last: null };
      }),
    begin: () => setState({ ...state, isOn: true }),
    clear: () => setState(nothing(scope)),
  };
}
