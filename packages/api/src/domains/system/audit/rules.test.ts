import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvCell, csvLine, daysOf, spanOf } from './rules.ts';

function readCell(cell: string): string {
  return cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

test('a cell that stands after a semicolon is in quotes', () => {
  expect(csvCell('x;=HYPERLINK("y")')).toBe('"x;=HYPERLINK(""y"")"');
});

test.each(['=1+1', '+91', '-2', '@SUM(A1)', '\t=1', '\r=1', '\0=1', ' =1', '＝1'])('%j is not a formula', (text) => {
  expect(readCell(csvCell(text))).toBe(`'${text}`);
});

test('whatever the text: no cell begins like a formula, and reading it back gives the text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\0', '\n', '"', ','), fc.string()).map(([a, b]) => a + b),
  );
  fc.assert(
    fc.property(text, (value) => {
      const read = readCell(csvCell(value));
      expect(read).not.toMatch(/^[=+\-@\t\r\0]/);
      expect(read === value || read === `'${value}`).toBe(true);
    }),
  );
});

test('a line has as many separators outside quotes as it has cells, less one', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 6 }), (cells) => {
      const bare = csvLine(cells)
        .replaceAll(/"(?:[^"]|"")*"/g, '')
        .replace(/\r\n$/, '');
      expect(bare.split(',').length).toBe(cells.length);
      expect(bare).not.toMatch(/[\r\n]/);
    }),
  );
});

const now = new Date('2026-03-15T20:00:00Z');
const daysFor = (asked: Parameters<typeof spanOf>[0]) => {
  const span = spanOf(asked, now);
  return span && daysOf(span);
};

test('days are those of India, a month at most, and none lies ahead', () => {
  const usual = daysFor({}) ?? [];
  expect([usual.length, usual[0], usual.at(-1)]).toEqual([31, '2026-02-14', '2026-03-16']);
  expect(daysFor({ to: '2027-01-01T00:00:00Z' })).toEqual(usual);
  expect(daysFor({ from: '2026-03-01T00:00:00+05:30', to: '2026-03-02T23:59:59+05:30' })).toEqual([
    '2026-03-01',
    '2026-03-02',
  ]);
  const long = daysFor({ from: '2025-01-01T00:00:00+05:30', to: '2026-03-01T00:00:00+05:30' }) ?? [];
  expect([long.length, long[0], long.at(-1)]).toEqual([31, '2026-01-30', '2026-03-01']);
});

test.each([
  ['a time ahead', { from: '2026-03-16T00:00:00Z' }],
  ['the end before the beginning', { from: '2026-03-02T00:00:00Z', to: '2026-03-01T00:00:00Z' }],
  ['a time before there was anything', { to: '0001-01-01T00:00:00Z' }],
])('%s holds no day', (_, asked) => {
  expect(daysFor(asked)).toBeNull();
});
