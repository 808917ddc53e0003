import { useState } from 'react';
import { useActs } from '../outbox/desk.tsx';
import { useOwner } from '../shell/api-client.tsx';
import { type Held, withActs, withHeld } from './rows-shown.tsx';

export function useRowsShown<Row extends { id: string }>(items: readonly Row[]) {
  const owner = useOwner();
  const acts = useActs();
  const [held, setHeld] = useState<ReadonlyMap<string, Held<Row>>>(new Map());
  const rows = withHeld(withActs(items, acts, owner), held.values());
  /** By whom, and null to let it go. */
  const hold = (by: string, row: Row | null) =>
    setHeld((before) => {
      const next = new Map(before);
      if (row) next.set(by, { row, at: rows.findIndex(({ id }) => id === row.id) });
      else next.delete(by);
      return next;
    });
  return { rows, hold };
}
