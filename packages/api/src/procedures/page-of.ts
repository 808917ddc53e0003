import { type PgColumn, type SQL, sql } from '@studyspot/db/query';
import { AppError } from '../errors/app-error.ts';
import { COUNTED_UP_TO } from './list.ts';

export interface ListRequest<By extends string = string> {
  cursor?: string | undefined;
  limit: number;
  sort: { by: By; descending: boolean };
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

/** What a list may be ordered by, where a column alone does not say it. Rows without a value come last, either way. */
export interface Sort {
  by: SQL;
  /** The type of the expression in Postgres: a cursor's text is read as this. */
  type: string;
  nullable: boolean;
}

/** The parts that go into the query; `mark` must be one of what is selected. */
interface PageParts {
  mark: SQL<string | null>;
  after: SQL | undefined;
  orderBy: SQL[];
  limit: number;
}

export interface PagePlan<Row> {
  sort: PgColumn | Sort;
  id: PgColumn;
  rows(parts: PageParts): PromiseLike<Row[]>;
  /** How many there are, looking no further than `limit`. */
  count(limit: number): PromiseLike<number>;
}

/** Where a page begins: beyond a row, which need not be there any more, or at an end of the list. */
type Cursor = { direction: 'after' | 'before'; mark: string | null; id: string } | { direction: 'first' | 'last' };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const write = (by: string, cursor: Cursor): string =>
  Buffer.from(
    JSON.stringify('id' in cursor ? [cursor.direction, by, cursor.mark, cursor.id] : [cursor.direction, by]),
  ).toString('base64url');

const badCursor = () => new AppError('invalid_format', { fields: [{ path: 'cursor', message: 'format' }] });

function read(text: string, by: string): Cursor {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    throw badCursor();
  }
  if (!Array.isArray(parts)) throw badCursor();
  const [direction, sortedBy, mark, id]: unknown[] = parts;
  if (sortedBy !== by) throw badCursor();
  if (parts.length === 2 && (direction === 'first' || direction === 'last')) return { direction };
  if (parts.length !== 4 || (direction !== 'after' && direction !== 'before')) throw badCursor();
  if (typeof id !== 'string' || !uuid.test(id) || !isMark(mark)) throw badCursor();
  return { direction, mark, id };
}

const isMark = (mark: unknown): mark is string | null =>
  mark === null || (typeof mark === 'string' && !mark.includes('\0') && mark.isWellFormed());

const sortOf = (sort: PgColumn | Sort): Sort =>
  'by' in sort
    ? { ...sort, by: sql`(${sort.by})` }
    : { by: sql`${sort}`, type: sort.getSQLType(), nullable: !sort.notNull };

/** The rows beyond the one a cursor names, in a list that runs upwards or downwards and has its empty values last. */
function beyond({ by, type, nullable }: Sort, id: PgColumn, cursor: Cursor, isUp: boolean): SQL | undefined {
  if (!('id' in cursor)) return undefined;
  const isForward = cursor.direction === 'after';
  const than = sql.raw(isUp === isForward ? '>' : '<');
  if (cursor.mark === null) {
    const amongEmpty = sql`(${by} is null and ${id} ${than} ${cursor.id}::uuid)`;
    return isForward ? amongEmpty : sql`(${amongEmpty} or ${by} is not null)`;
  }
  const amongFull = sql`(${by}, ${id}) ${than} (${cursor.mark}::${sql.raw(type)}, ${cursor.id}::uuid)`;
  return nullable && isForward ? sql`(${amongFull} or ${by} is null)` : amongFull;
}

/** One page by keyset: stable under inserts, and as quick on page 500 as on page 1. Text is compared by its own column. */
export async function pageOf<Row extends { id: string; mark: string | null }>(
  request: ListRequest,
  plan: PagePlan<Row>,
): Promise<Page<Row>> {
  const { by, descending } = request.sort;
  const sort = sortOf(plan.sort);
  const cursor: Cursor = request.cursor === undefined ? { direction: 'first' } : read(request.cursor, by);
  const isBackward = cursor.direction === 'before' || cursor.direction === 'last';
  const order = sql.raw(descending === isBackward ? 'asc' : 'desc');
  const empty = sql.raw(sort.nullable ? ` nulls ${isBackward ? 'first' : 'last'}` : '');
  // Both go out in one burst.
  const [rows, counted] = await Promise.all([
    plan.rows({
      // Text and back keeps the microseconds that a Date would lose.
      mark: sql<string | null>`${sort.by}::text`,
      after: beyond(sort, plan.id, cursor, !descending),
      orderBy: [sql`${sort.by} ${order}${empty}`, sql`${plan.id} ${order}`],
      limit: request.limit + 1,
    }),
    plan.count(COUNTED_UP_TO + 1),
  ]);
  const shown = rows.slice(0, request.limit);
  if (isBackward) shown.reverse();
  const hasMore = rows.length > request.limit;
  // Past an end of a list that has rows, the way back is that end.
  const edge = (direction: 'after' | 'before', row: Row | undefined): string | null => {
    if (row) return write(by, { direction, mark: row.mark, id: row.id });
    return counted > 0 ? write(by, { direction: direction === 'after' ? 'first' : 'last' }) : null;
  };
  const nextCursor = (isBackward ? cursor.direction === 'before' : hasMore) ? edge('after', shown.at(-1)) : null;
  const prevCursor = (isBackward ? hasMore : cursor.direction === 'after') ? edge('before', shown[0]) : null;
  return {
    items: shown,
    nextCursor,
    prevCursor,
    hasNext: nextCursor !== null,
    hasPrev: prevCursor !== null,
    limit: request.limit,
    total: counted > COUNTED_UP_TO ? null : counted,
  };
}
