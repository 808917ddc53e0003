import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvCell, csvLine } from './csv.ts';

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
