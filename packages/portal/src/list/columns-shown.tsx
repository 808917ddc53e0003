import type { ListLook } from './list-query.tsx';

/** The first column, which names the row, and those of the others that are wanted. */
export function columnsShown<Column extends { key: string }>(all: readonly Column[], look: ListLook): Column[] {
  return all.filter(({ key }, index) => index === 0 || look.columns === null || look.columns.includes(key));
}
