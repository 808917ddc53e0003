import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { given } from '../shell/search-params.tsx';
import {
  type ListQuery,
  listHref,
  listInput,
  readListQuery,
  sortHeader,
  sortOf,
  viewOf,
  wayBack,
} from './list-query.tsx';

const filters = { q: null, status: ['active', 'inactive'] } as const;
const sorts = ['name', 'createdAt'] as const;
const searchOf = (address: string) => new URL(address, 'http://x').searchParams;
const read = (address: string) => {
  const params = searchOf(address);
  return readListQuery({ filters, sorts }, (name) => params.get(name));
};

/** As a page on the server is handed it. */
async function readByPage(address: string) {
  const params: Record<string, string | string[]> = {};
  for (const [name, value] of searchOf(address)) {
    const before = params[name];
    params[name] = before === undefined ? value : [before, value].flat();
  }
  return readListQuery({ filters, sorts }, await given(Promise.resolve(params)));
}

const plain: ListQuery<'q' | 'status', 'name' | 'createdAt'> = {
  filters: {},
  sort: { by: 'name', descending: false },
  cursor: undefined,
  look: { columns: null, roomy: false, beside: null },
};

describe('the address of a list', () => {
  it('is read with its first sort where none, or none that exists, is named', async () => {
    expect(read('/libraries')).toEqual(plain);
    expect(read('/libraries?sort=-salary')).toEqual({ ...plain, sort: { by: 'name', descending: true } });
    expect(read('/libraries?sort=')).toEqual(plain);
  });

  it('drops filters that are empty, unknown or no value of theirs', async () => {
    expect(read('/libraries?q=&status=&city=x').filters).toEqual({});
    expect(read('/libraries?q=%20%20').filters).toEqual({});
    expect(read('/libraries?status=burnt').filters).toEqual({});
    expect(read('/libraries?status=active&q=%20JPR%20').filters).toEqual({ status: 'active', q: 'JPR' });
  });

  it('is looked for as far as the server takes it', () => {
    expect(read(`/libraries?q=${'नगर '.repeat(100)}`).filters.q).toBe('नगर '.repeat(25));
    expect(read('/libraries?q=a%00b').filters).toEqual({ q: 'ab' });
  });

  it('takes the first of what is said twice', async () => {
    expect(read('/libraries?q=one&q=two&sort=-createdAt&sort=name').sort.by).toBe('createdAt');
    expect(read('/libraries?q=one&q=two').filters).toEqual({ q: 'one' });
    expect((await readByPage('/libraries?q=one&q=two')).filters).toEqual({ q: 'one' });
  });

  it('is written and read back the same, whatever was searched for', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 }).map((value) => value.trim());
    const queries = fc.record({
      q: text,
      status: fc.constantFrom('', 'active', 'inactive'),
      by: fc.constantFrom(...sorts),
      descending: fc.boolean(),
      cursor: text,
      columns: fc.option(fc.subarray(['name', 'code', 'city'], { minLength: 1 })),
      roomy: fc.boolean(),
      beside: fc.option(fc.uuid()),
    });
    await fc.assert(
      fc.asyncProperty(queries, async ({ q, status, by, descending, cursor, ...look }) => {
        const query: ListQuery<'q' | 'status', 'name' | 'createdAt'> = {
          filters: { ...(q && { q }), ...(status && { status }) },
          sort: { by, descending },
          cursor: cursor || undefined,
          look,
        };
        const address = listHref('/libraries', query, cursor ? { cursor } : {});
        expect(read(address)).toEqual(query);
        expect(await readByPage(address)).toEqual(query);
      }),
    );
  });

  it('starts at the first page when a filter or the sort changes', () => {
    const query = { ...plain, filters: { q: 'a' }, cursor: 'far' };
    expect(listHref('/x', query, { filters: { status: 'active' } })).toBe('/x?q=a&status=active&sort=name');
    expect(listHref('/x', query, { filters: { q: undefined } })).toBe('/x?sort=name');
    expect(listHref('/x', query, { sort: '-name' })).toBe('/x?q=a&sort=-name');
  });

  it('keeps the record that is open beside it, whatever else changes, and closes it by name alone', () => {
    const query = { ...plain, look: { ...plain.look, beside: 'one' } };
    expect(listHref('/x', query, { filters: { q: 'a' } })).toBe('/x?q=a&sort=name&beside=one');
    expect(listHref('/x', query, { look: { roomy: true } })).toBe('/x?sort=name&rows=roomy&beside=one');
    expect(listHref('/x', query, { look: { beside: null }, cursor: 'far' })).toBe('/x?sort=name&cursor=far');
    expect(read('/x?beside=%20').look.beside).toBeNull();
  });

  it('is kept as a view without the record beside it', () => {
    expect(viewOf({ ...plain, look: { columns: ['name'], roomy: true, beside: 'one' } })).toBe(
      'sort=name&columns=name&rows=roomy',
    );
  });
});

it('asks the list for what it holds, not for how it looks', () => {
  const query = { ...plain, look: { columns: ['name'], roomy: true, beside: 'one' } };
  expect(listInput(query)).toEqual({ limit: 50, filters: {}, sort: plain.sort, cursor: undefined });
});

describe('a sortable header', () => {
  it('turns its own order round and begins the others upwards', () => {
    expect(sortHeader('/x', plain, 'name')).toEqual({ href: '/x?sort=-name', order: 'ascending' });
    expect(sortHeader('/x', plain, 'createdAt')).toEqual({ href: '/x?sort=createdAt', order: null });
    const down = { ...plain, sort: { by: 'name', descending: true } as const };
    expect(sortHeader('/x', down, 'name')).toEqual({ href: '/x?sort=name', order: 'descending' });
    expect(sortOf(down)).toBe('-name');
  });
});

describe('the way back from a page that has emptied', () => {
  const page = { items: [], total: 3, limit: 50, hasNext: false, hasPrev: true, nextCursor: null, prevCursor: 'last' };
  it('leads to rows that are left, and nowhere from an empty list', () => {
    expect(wayBack('/x', plain, page)).toBe('/x?sort=name&cursor=last');
    expect(wayBack('/x', plain, { ...page, prevCursor: null, nextCursor: 'first' })).toBe('/x?sort=name&cursor=first');
    expect(wayBack('/x', plain, { ...page, prevCursor: null })).toBeNull();
    expect(wayBack('/x', plain, { ...page, items: [1] })).toBeNull();
  });
});
