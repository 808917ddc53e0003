import { type Column, type SQL, sql } from 'drizzle-orm';

export {
  and,
  between,
  count,
  desc,
  eq,
  getTableColumns,
  gte,
  inArray,
  isNotNull,
  isNull,
  like,
  lt,
  lte,
  ne,
  notInArray,
  or,
  type SQL,
  type SQLWrapper,
  sql,
} from 'drizzle-orm';
export type { PgColumn, PgTable, PgUpdateSetSource, SelectedFields } from 'drizzle-orm/pg-core';
export type { SelectResultFields } from 'drizzle-orm/query-builders/select.types';

/** In any case, wherever the database runs; the order in which names are sorted would make each comparison three times as slow. */
export const ilike = (text: Column | SQL, pattern: string): SQL => sql`${text} collate "pg_c_utf8" ilike ${pattern}`;
