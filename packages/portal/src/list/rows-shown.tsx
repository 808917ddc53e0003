import type { Act } from '../outbox/act.tsx';

/** A row in which someone types, and its place. */
export interface Held<Row> {
  row: Row;
  at: number;
}

/** What waits to be sent is shown as if it were done. */
export function withActs<Row extends { id: string }>(rows: readonly Row[], acts: readonly Act[], owner: string) {
  const made = new Map<string, object>();
  for (const { input, told, stuck, ...act } of acts)
    if (act.owner === owner && stuck === null)
      made.set(input.id, { ...made.get(input.id), [told.field]: input[told.field] });
  return made.size === 0 ? rows : rows.map((row) => ({ ...row, ...made.get(row.id) }));
}

/** A row that is held stays, also when another person's change has taken it out of the list. */
export function withHeld<Row extends { id: string }>(rows: readonly Row[], held: Iterable<Held<Row>>) {
  return [...held].reduce(
    (all, { row, at }) => (all.some(({ id }) => id === row.id) ? all : [...all.slice(0, at), row, ...all.slice(at)]),
    rows,
  );
}
