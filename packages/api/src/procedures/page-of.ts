import { asc, desc, type PgColumn, type SQL, sql } from '@studyspot/db/query';
import { AppError } from '../errors/app-error.ts';
import { COUNTED_UP_TO } from './list.ts';

export interface ListRequest {
  cursor?: string | undefined;
  limit: number;
  sort: { by: string; descending: boolean };
}

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  prevCursor: string | null;
  hasNext: boolean;
  hasPrev: boolean;
  limit: number;
  total: number | null;
}

/** The parts a verb puts into its own query; `mark` must be one of the selected columns. */
export interface PageParts {
  mark: SQL<string>;
  after: SQL | undefined;
  orderBy: SQL[];
  limit: number;
}

export interface PagePlan<Row> {
  /** The column behind each sort; none may be null. */
  sorts: Readonly<Record<string, PgColumn>>;
  id: PgColumn;
  rows(parts: PageParts): PromiseLike<Row[]>;
  /** How many there are, looking no further than `limit`. */
  count(limit: number): PromiseLike<number>;
}

type Direction = 'after' | 'before';
interface Cursor {
  direction: Direction;
  by: string;
  mark: string;
  id: string;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const write = ({ direction, by, mark, id }: Cursor): string =>
  Buffer.from(JSON.stringify([direction, by, mark, id])).toString('base64url');

const badCursor = () => new AppError('invalid_format', { fields: [{ path: 'cursor', message: 'format' }] });

function read(text: string, by: string): Cursor {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    throw badCursor();
  }
  if (!Array.isArray(parts) || parts.length !== 4 || !parts.every((part) => typeof part === 'string'))
    throw badCursor();
  const [direction, sortedBy, mark, id] = parts as [string, string, string, string];
  if ((direction !== 'after' && direction !== 'before') || sortedBy !== by || !uuid.test(id)) throw badCursor();
  if (mark.includes('\0') || !mark.isWellFormed()) throw badCursor();
  return { direction, by, mark, id };
}

/** One page by keyset: stable under inserts, and as quick on page 500 as on page 1. */
export async function pageOf<Row extends { id: string; mark: string }>(
  request: ListRequest,
  plan: PagePlan<Row>,
): Promise<Page<Row>> {
  const { by, descending } = request.sort;
  const column = Object.hasOwn(plan.sorts, by) ? plan.sorts[by] : undefined;
  if (!column) throw new AppError('validation', { fields: [{ path: 'sort.by', message: 'choice' }] });
  const cursor = request.cursor === undefined ? null : read(request.cursor, by);
  const isBackward = cursor?.direction === 'before';
  const order = descending === isBackward ? asc : desc;
  // Text and back keeps the microseconds that a Date would lose.
  const mark = sql<string>`${column}::text`;
  const type = sql.raw(column.getSQLType());
  const after = cursor
    ? sql`(${column}, ${plan.id}) ${sql.raw(descending === isBackward ? '>' : '<')} (${cursor.mark}::${type}, ${cursor.id}::uuid)`
    : undefined;
  // Both go out in one burst.
  const [rows, counted] = await Promise.all([
    plan.rows({ mark, after, orderBy: [order(column), order(plan.id)], limit: request.limit + 1 }),
    plan.count(COUNTED_UP_TO + 1),
  ]);
  const hasMore = rows.length > request.limit;
  const items = rows.slice(0, request.limit);
  if (isBackward) items.reverse();
  const hasNext = isBackward ? items.length > 0 : hasMore;
  const hasPrev = isBackward ? hasMore : cursor !== null && items.length > 0;
  const edge = (direction: Direction, row: Row | undefined) =>
    row ? write({ direction, by, mark: row.mark, id: row.id }) : null;
  return {
    items,
    nextCursor: hasNext ? edge('after', items.at(-1)) : null,
    prevCursor: hasPrev ? edge('before', items[0]) : null,
    hasNext,
    hasPrev,
    limit: request.limit,
    total: counted > COUNTED_UP_TO ? null : counted,
  };
}
