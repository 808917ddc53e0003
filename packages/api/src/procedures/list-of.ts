import {
  and,
  count,
  eq,
  getTableColumns,
  ilike,
  inArray,
  or,
  type PgColumn,
  type PgTable,
  type SelectedFields,
  type SelectResultFields,
  type SQL,
  sql,
} from '@studyspot/db/query';
import type { ReadHandle } from '@studyspot/db/tenancy/scope';
import type * as z from 'zod/mini';
import { latinDigits } from '../latin-digits.ts';
import { containing, SEPARATORS, withoutSeparators } from '../pattern.ts';
import { type ListRequest, type Page, pageOf, type Sort } from './page-of.ts';

type ListTable = PgTable & { id: PgColumn };
type Columns<T extends PgTable> = T['_']['columns'];
type Filter<V> = (value: NonNullable<V>) => SQL | undefined;

interface Request<F, By extends string> extends ListRequest<By> {
  filters: F;
  /** Of those that match, these alone. */
  only?: readonly string[] | undefined;
}

interface BasePlan<Fields extends SelectedFields> {
  /** What a row shows; see `columnsOf`. What an optional join may leave empty says so by its own type. */
  fields: Fields & { id: PgColumn };
  joins?: readonly { table: PgTable; on: SQL; optional?: true }[];
  /** What holds for every page. */
  where?: SQL | undefined;
}

/** A filter or a sort named like a column of the table needs no word here: it compares, or orders by, that column. */
export type ListPlan<T extends ListTable, Fields extends SelectedFields, F, By extends string> = BasePlan<Fields> & {
  table: T;
} & ('q' extends Names<F> ? { search: readonly PgColumn[] } : object) &
  Named<'filters', { [K in Exclude<Names<F>, 'q'>]: Filter<F[K]> }, keyof Columns<T>> &
  Named<'sorts', Record<By, PgColumn | Sort>, keyof Columns<T>>;

/** An object without filters is a record of anything to the compiler. */
type Names<F> = string extends keyof F ? never : keyof F;

/** Under `Name` what `All` asks for; what is `Known` may be left out, and all of it if nothing else is left. */
type Named<Name extends string, All, Known> =
  Exclude<keyof All, Known> extends never
    ? { [N in Name]?: Partial<All> }
    : { [N in Name]: Pick<All, Exclude<keyof All, Known>> & Partial<All> };

/** For `filters`, and what `search` does: the text anywhere in the column, in any case, however its parts are separated. */
export const has = (column: PgColumn) => (text: string) => {
  const parts = withoutSeparators(text);
  // Of separators alone nothing would be left, and everything be found.
  if (text === '') return undefined;
  return ilike(parts ? sql`translate(${column}, ${SEPARATORS}, '')` : column, containing(parts || text));
};

/** The columns of a table that an item names, and `more` for what it names beyond them. */
export function columnsOf<
  T extends PgTable,
  S extends z.core.$ZodShape,
  More extends Record<Exclude<keyof S, keyof Columns<T>>, PgColumn | SQL> & Partial<Record<keyof S, PgColumn | SQL>>,
>(table: T, item: { shape: S }, more: More): Omit<Pick<Columns<T>, keyof S & keyof Columns<T>>, keyof More> & More {
  const columns: Record<string, unknown> = getTableColumns(table);
  const names = Object.keys(item.shape);
  return { ...Object.fromEntries(names.map((name) => [name, columns[name]])), ...more } as never;
}

/** Digits of Hindi find those of phones and codes, which are kept in Latin ones. */
const spellingsOf = (text: string) => [...new Set([text, latinDigits(text)])];

/** One page of a table: search, filters, order and total, under whatever the handle lets through. */
export async function listOf<T extends ListTable, Fields extends SelectedFields, F extends object, By extends string>(
  db: ReadHandle,
  request: Request<F, By>,
  plan: ListPlan<T, Fields, F, By>,
): Promise<Page<SelectResultFields<Fields>>> {
  const { table, fields, joins = [], search = [], filters = {}, sorts = {} } = plan as LoosePlan;
  const columns = getTableColumns(table);
  const own = (name: string): PgColumn => {
    const column = columns[name];
    if (!column) throw new Error(`a list of this table cannot be filtered or sorted by ${name}`);
    return column;
  };
  const asked = Object.entries(request.filters).map(([name, value]) => {
    if (value === undefined) return undefined;
    if (name === 'q')
      return or(...spellingsOf(String(value)).flatMap((text) => search.map((column) => has(column)(text))));
    return Object.hasOwn(filters, name) ? filters[name]?.(value) : eq(own(name), value);
  });
  const where = and(plan.where, request.only && inArray(table.id, [...request.only]), ...asked);
  const joined = <Q extends Joinable>(query: Q): Q => {
    for (const { table: other, on, optional } of joins) {
      if (optional) query.leftJoin(other, on);
      else query.innerJoin(other, on);
    }
    return query;
  };
  const { by } = request.sort;
  const page = await pageOf(request, {
    sort: sorts[by] ?? own(by),
    id: table.id,
    rows: ({ mark, after, orderBy, limit }) =>
      joined(
        db
          .select({ ...fields, mark })
          .from(table)
          .$dynamic(),
      )
        .where(and(where, after))
        .orderBy(...orderBy)
        .limit(limit) as unknown as PromiseLike<{ id: string; mark: string | null }[]>,
    // Looks no further than the limit: the total of a long list must not cost its length.
    count: async (limit) => {
      const one = db
        .select({ one: sql`1`.as('one') })
        .from(table)
        .$dynamic();
      const some = joined(one).where(where).limit(limit).as('some');
      const [counted] = await db.select({ all: count() }).from(some);
      return counted?.all ?? 0;
    },
  });
  return page as unknown as Page<SelectResultFields<Fields>>;
}

interface Joinable {
  leftJoin(table: PgTable, on: SQL): unknown;
  innerJoin(table: PgTable, on: SQL): unknown;
}

/** The plan without its promises to the compiler, which the types above keep. */
interface LoosePlan extends BasePlan<SelectedFields> {
  table: ListTable;
  search?: readonly PgColumn[];
  filters?: Record<string, Filter<unknown>>;
  sorts?: Record<string, PgColumn | Sort>;
}
