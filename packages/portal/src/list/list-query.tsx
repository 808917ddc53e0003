import type { OwnerOutputs } from '@studyspot/api/root';

/** What every list verb answers. */
export type ListPage<Row> = Omit<OwnerOutputs['staff']['list'], 'items'> & { items: readonly Row[] };

/** The state of a list as its address says it: search, filters, sort, place. */
export interface ListQuery<Filter extends string, Sort extends string> {
  filters: Partial<Record<Filter, string>>;
  sort: { by: Sort; descending: boolean };
  cursor: string | undefined;
  look: ListLook;
}

/** How a list is shown, which changes nothing of what it holds. */
export interface ListLook {
  /** Keys of columns; null for all. */
  columns: readonly string[] | null;
  roomy: boolean;
  /** The record that is open beside it, where there is room. */
  beside: string | null;
}

/** Each filter with the values it may have; null for what is searched freely. */
type Filters = Readonly<Record<string, readonly string[] | null>>;
type Found<Declared extends Filters> = {
  [Name in keyof Declared]?: Declared[Name] extends readonly (infer Value)[] ? Value : string;
};

/** A list as its address may say it. */
export interface ListAddress<Declared extends Filters, Sort extends string> {
  path: string;
  filters: Declared;
  /** The first is the usual one. */
  sorts: readonly [Sort, ...Sort[]];
}

export type QueryOf<Address> =
  Address extends ListAddress<infer Declared, infer Sort>
    ? ListQuery<keyof Declared & string, Sort> & { filters: Found<Declared> }
    : never;

const LIST_PAGE = 50;

// As the search box takes it. What a longer address asks for is looked for as far as that.
export const MOST_SEARCHED = 100;
const control = /\p{Cc}/gu;

/** The same on the server and in the browser: what one has read, the other must find. */
export function readListQuery<Declared extends Filters, Sort extends string>(
  { filters, sorts }: Pick<ListAddress<Declared, Sort>, 'filters' | 'sorts'>,
  given: (name: string) => string | null | undefined,
): ListQuery<keyof Declared & string, Sort> & { filters: Found<Declared> } {
  const single = (name: string) => given(name)?.trim() ?? '';
  const found = Object.entries(filters).flatMap(([name, values]) => {
    const value = single(name).replaceAll(control, '').slice(0, MOST_SEARCHED).toWellFormed();
    return value !== '' && (values === null || values.includes(value)) ? [[name, value]] : [];
  });
  const wanted = single('sort');
  const columns = single('columns');
  const by = sorts.find((name) => name === wanted.replace(/^-/, '')) ?? sorts[0];
  return {
    filters: Object.fromEntries(found),
    sort: { by, descending: wanted.startsWith('-') },
    cursor: single('cursor') || undefined,
    look: {
      columns: columns === '' ? null : columns.split('.'),
      roomy: single('rows') === 'roomy',
      beside: single('beside') || null,
    },
  };
}

/** What the list verb is asked. */
export function listInput<Query extends object>(
  query: Query & { look?: ListLook },
): { limit: number } & Omit<Query, 'look'> {
  const { look: _, ...asked } = query;
  return { limit: LIST_PAGE, ...asked };
}

/** As the address and the filter form say it. */
export function sortOf({ sort }: ListQuery<string, string>): string {
  return `${sort.descending ? '-' : ''}${sort.by}`;
}

/** The same, of how the list looks: usual looks are not said. */
export function lookOf({ columns, roomy, beside }: ListLook): Readonly<Record<string, string>> {
  return {
    ...(columns && { columns: columns.join('.') }),
    ...(roomy && { rows: 'roomy' }),
    ...(beside && { beside }),
  };
}

/** What is kept of a list as a view: which record is open beside it belongs to the moment. */
export function viewOf(query: ListQuery<string, string>): string {
  return listHref('', query, { look: { beside: null } }).slice(1);
}

/** The address of the same list with something else about it; a change of filter or sort starts at the first page. */
export function listHref<Filter extends string, Sort extends string>(
  path: string,
  query: ListQuery<Filter, Sort>,
  change: {
    filters?: Partial<Record<Filter, string | undefined>>;
    sort?: string;
    cursor?: string | undefined;
    look?: Partial<ListLook>;
  },
): string {
  const params = new URLSearchParams();
  const filters: Partial<Record<string, string>> = { ...query.filters, ...change.filters };
  for (const [name, value] of Object.entries(filters)) if (value) params.set(name, value);
  params.set('sort', change.sort ?? sortOf(query));
  for (const [name, value] of Object.entries(lookOf({ ...query.look, ...change.look }))) params.set(name, value);
  if (change.cursor) params.set('cursor', change.cursor);
  return `${path}?${params}`;
}

/** From a page whose rows have all gone to one that has some; null where the list itself is empty. */
export function wayBack<Filter extends string, Sort extends string>(
  path: string,
  query: ListQuery<Filter, Sort>,
  page: ListPage<unknown>,
): string | null {
  const cursor = page.prevCursor ?? page.nextCursor;
  return page.items.length === 0 && cursor !== null ? listHref(path, query, { cursor }) : null;
}

/** Header link of a sortable column: the other way round if it is the sort already. */
export function sortHeader<Filter extends string, Sort extends string>(
  path: string,
  query: ListQuery<Filter, Sort>,
  by: Sort,
): { href: string; order: 'ascending' | 'descending' | null } {
  const isNow = query.sort.by === by;
  const order = isNow ? (query.sort.descending ? 'descending' : 'ascending') : null;
  return { href: listHref(path, query, { sort: order === 'ascending' ? `-${by}` : by }), order };
}
