import { MOST_BYTES, MOST_ROWS } from './bounds.ts';
import { cellsOfBook } from './cells-of-book.ts';
import { cellsOfText } from './cells-of-text.ts';
import { textOf } from './text-of.ts';
import { Unreadable } from './unreadable.ts';

/** A line of a file that holds something, under the number that it has there. */
export interface Line {
  no: number;
  cells: string[];
}

const begins = (bytes: Uint8Array, magic: readonly number[]) => magic.every((byte, at) => bytes[at] === byte);
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0];
const FOREIGN = [
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x1f, 0x8b],
];

/** By what stands in it, whatever it is called. */
function read(bytes: Uint8Array): string[][] {
  if (bytes.length > MOST_BYTES) throw new Unreadable('tooLarge');
  if (begins(bytes, ZIP)) return cellsOfBook(bytes);
  if (begins(bytes, OLD_EXCEL)) throw new Unreadable('oldExcel');
  if (FOREIGN.some((magic) => begins(bytes, magic))) throw new Unreadable('unknown');
  const text = textOf(bytes);
  // A page, or a file of bytes, is no register.
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(text.slice(0, 200)) || text.slice(0, 4_000).includes('\0'))
    throw new Unreadable('unknown');
  return cellsOfText(text);
}

/** What a register holds: its lines, without those that are blank. */
export function cellsOf(bytes: Uint8Array): Line[] {
  const lines = read(bytes)
    .map((cells, at) => ({ no: at + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (lines.length === 0) throw new Unreadable('empty');
  if (lines.length > MOST_ROWS + 100) throw new Unreadable('tooLong');
  return lines;
}
