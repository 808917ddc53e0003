import { MOST_COLUMNS, MOST_LETTERS, MOST_ROWS } from './bounds.ts';
import { Unreadable } from './unreadable.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
const LOOKED_AT = 16_000;
const LINES_LOOKED_AT = 60;

/** One line of cells after another. A quote that nobody closes ends with the file. */
function* linesOf(text: string, delimiter: string): Generator<string[]> {
  let cells: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      at += 1;
      for (;;) {
        const end = text.indexOf('"', at);
        if (end < 0) {
          cell += text.slice(at);
          at = text.length;
          break;
        }
        cell += text.slice(at, end);
        at = end + 1;
        if (text[at] !== '"') break;
        cell += '"';
        at += 1;
      }
    }
    const from = at;
    while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1;
    cell += text.slice(from, at);
    cells.push(cell);
    if (text[at] === delimiter) {
      at += 1;
      if (at < text.length) continue;
      cells.push('');
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    yield cells;
    cells = [];
  }
}

/** By which most lines fall into the same number of cells, and into most of them. */
function delimiterOf(text: string): string {
  const some = text.slice(0, LOOKED_AT);
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const counts = new Map<number, number>();
    let looked = 0;
    for (const { length } of linesOf(some, delimiter)) {
      if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
      looked += 1;
      if (looked >= LINES_LOOKED_AT) break;
    }
    const score = Math.max(0, ...[...counts].map(([width, lines]) => lines * Math.min(width, 4)));
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** A cell as it is read from here on: one line, without what is not seen, nor the mark by which a sheet keeps it a text. */
export const cleanCell = (cell: string): string =>
  cell
    .slice(0, MOST_LETTERS)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Bidi_C}\ufeff\u200b\u00a0]/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
    .replace(/^'(?=[=+\-@])/, '');

/** A spreadsheet that was kept as text. */
export function cellsOfText(text: string): string[][] {
  const [, said] = /^sep=(.)\r?\n/.exec(text) ?? [];
  const rest = said ? text.slice(text.indexOf('\n') + 1) : text;
  const lines: string[][] = [];
  for (const cells of linesOf(rest, said ?? delimiterOf(rest))) {
    if (lines.length >= MOST_ROWS + 200) throw new Unreadable('tooLong');
    if (cells.length > MOST_COLUMNS && cells.slice(MOST_COLUMNS).some((cell) => cell.trim() !== ''))
      throw new Unreadable('tooWide');
    lines.push(cells.slice(0, MOST_COLUMNS).map(cleanCell));
  }
  return lines;
}
