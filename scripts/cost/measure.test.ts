import { expect, it } from 'vitest';
import { type Source, source } from '../check/project.ts';
import { type Cost, measure, type Place } from './measure.ts';

const router = `export const booksRouter = router({ list: tenantProcedure('books:read') });\n`;
const table = `export const books = tenantTable('books', {\n  title: text('title'),\n  author: text('author'),\n  shelf: text('shelf'),\n});\n`;

function costOf(files: Record<string, string>): Cost {
  const own: [string, string][] = [
    ['packages/api/src/domains/books/router.ts', router],
    ['packages/db/src/schema/books.ts', table],
  ];
  const sources: Source[] = [...own, ...Object.entries(files)].map(([path, text]) => source(path, text));
  return measure(sources, 'books');
}

function lines(path: string, text: string, place: Place = 'elsewhere'): number {
  return costOf({ [path]: text }).files[place].find((file) => file.path === path)?.lines ?? 0;
}

it('counts what is its own in whole', () => {
  const { files, total } = costOf({
    'packages/api/src/domains/books/get-book.ts': '// one\n\nexport const a = 1;\n',
    'apps/owner/src/features/books/book-form.tsx': 'a;\nb;\n',
    'apps/owner/src/app/(inside)/books/[id]/page.tsx': 'a;\nb;\nc;\n',
    'packages/portal/src/books/book-card.tsx': 'a;\n',
  });
  expect(files.api.map((file) => file.lines)).toEqual([1, 3]);
  expect(files.table).toEqual([{ path: 'packages/db/src/schema/books.ts', lines: 5 }]);
  expect(files.screens.map((file) => file.lines)).toEqual([2, 1]);
  expect(files.routes.map((file) => file.lines)).toEqual([3]);
  expect(total).toBe(1 + 3 + 5 + 2 + 1 + 3);
});

it('counts no test, no generated file and nobody else', () => {
  const { files, total } = costOf({
    'packages/api/src/domains/books/books.test.ts': 'a;\n',
    'apps/owner/e2e/books.spec.ts': 'books;\n',
    'bench/lists/bench.ts': "import { listBooks } from '@studyspot/api/domains/books/list-books';\n",
    'packages/db/src/proofs/mutants.sql.ts': "export const a = ['alter table books'];\n",
    'drizzle/meta/0000_snapshot.json': '"books"\n',
    'packages/api/src/domains/films/get-film.ts': 'export const film = { id: 1 };\n',
    'packages/api/src/a.ts': "export const text = 'a bookshelf';\n",
  });
  expect(files.elsewhere).toEqual([]);
  expect(total).toBe(6);
});

it('sees a list entry, a declaration and a row named after it, each in whole', () => {
  const at = 'packages/db/src/testing/world-rows.ts';
  expect(lines(at, 'export const rows = {\n  books: {\n    title: 1,\n  },\n  films: { title: 2 },\n};\n')).toBe(3);
  expect(lines(at, "export const rows = {\n  'books': [\n    1,\n  ],\n};\n")).toBe(3);
  expect(lines(at, 'export function booksRow() {\n  return 1;\n}\n')).toBe(3);
  expect(lines(at, "export const all = [\n  'films',\n  'books',\n];\n")).toBe(1);
  expect(lines(at, "export const name = { name: 'books' };\n")).toBe(1);
  expect(lines(at, 'export const sql = `\n  insert into books (title)\n  values (1);\n  select 1`;\n')).toBe(2);
  expect(
    lines('packages/api/src/permissions/table.ts', "export const a = {\n  'books:read': {\n    x: 1,\n  },\n};\n"),
  ).toBe(3);
  expect(
    lines('packages/api/src/testing/example.ts', 'interface Side {\n  bookId: string;\n  filmId: string;\n}\n'),
  ).toBe(1);
});

it('sees a declaration of the singular when it holds the columns', () => {
  const at = 'packages/api/src/testing/inputs.ts';
  expect(
    lines(at, 'export function newBook() {\n  return {\n    title: 1,\n    author: 2,\n    shelf: 3,\n  };\n}\n'),
  ).toBe(7);
  expect(lines(at, "export const trail = {\n  book: [\n    'title',\n    'author',\n    'shelf',\n  ],\n};\n")).toBe(5);
  expect(lines(at, 'export function newBook() {\n  return { title: 1 };\n}\n')).toBe(0);
});

it('sees imports of it, what they brought, its events and its routes in the product', () => {
  const at = 'packages/api/src/domains/films/get-film.ts';
  expect(lines(at, "import { shelve } from '../books/shelve.ts';\nshelve();\nother();\n")).toBe(2);
  expect(lines(at, "import {\n  a,\n  b,\n} from '@studyspot/db/schema/books';\nother();\n")).toBe(4);
  expect(lines(at, "record({ name: 'book.created' });\nrecord({ name: 'film.created' });\n")).toBe(1);
  expect(
    lines('apps/owner/src/shell/navigation.ts', "export const a = [{ href: '/books' }, { href: '/films' }];\n"),
  ).toBe(1);
  expect(lines(at, 'const most = limits.maxBooks;\nconst id = film.bookId;\n')).toBe(1);
});

it('knows a table by whatever kind of table declares it', () => {
  const rows = {
    'packages/db/src/proofs/people.ts': 'export const sql = `insert into shelves (title) values (1);`;\n',
  };
  const shelves = "export const shelves = tableOfBooks('shelves', { title: text('title') });\n";
  expect(costOf(rows).files.elsewhere).toEqual([]);
  expect(costOf({ ...rows, 'packages/db/src/schema/books.ts': shelves }).files.elsewhere).toHaveLength(1);
});

it('counts what another domain says of it, unless that one is built on it', () => {
  const loans = "import { books } from './books.ts';\nexport const loans = tenantTable('loans', {});\n";
  const said = {
    'packages/api/src/domains/loans/lend.ts': "import { shelve } from '../books/shelve.ts';\n",
    'apps/owner/src/features/loans/loan-form.tsx': 'read(books);\n',
  };
  expect(costOf(said).files.elsewhere).toHaveLength(2);
  expect(costOf({ ...said, 'packages/db/src/schema/loans.ts': loans }).files.elsewhere).toEqual([]);
});

it('lets a proof use the table as its specimen', () => {
  const at = 'packages/db/src/soaks/pool.ts';
  expect(lines(at, "sql('select * from books');\nworld.a.books[0];\n")).toBe(0);
  expect(lines(at, "export const tried = ['alter table books disable row level security'];\n")).toBe(0);
  expect(lines(at, "export const granted = ['table public.books: insert'];\n")).toBe(1);
  expect(lines(at, "import { books } from '../schema/books.ts';\ndb.select().from(books);\n")).toBe(1);
});

it('counts messages by their keys and migrations by their statements', () => {
  const messages =
    '{\n  "nav": {\n    "books": "Books",\n    "films": "Films"\n  },\n  "books": {\n    "title": "Books",\n    "no": {\n      "a": "b"\n    }\n  },\n  "films": {\n    "books of": "x"\n  }\n}\n';
  expect(lines('apps/owner/messages/en.json', messages, 'messages')).toBe(1 + 6 + 1);
  const sql =
    '-- books\ncreate table films (a int);\ncreate table books (\n  a int\n);\n\ngrant select on books to x;\n';
  expect(lines('drizzle/0001_books.sql', sql, 'migration')).toBe(4);
});
