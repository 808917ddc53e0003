import { MOST_COLUMNS, MOST_ROWS } from './bounds.ts';
import { cleanCell } from './cells-of-text.ts';
import { dayOfSerial } from './day-of.ts';
import { walkTags } from './tags-of.ts';
import { Unreadable } from './unreadable.ts';
import { type Unzipped, unzipped } from './unzipped.ts';

const DATES: ReadonlySet<number> = new Set([14, 15, 16, 17, 22, 27, 30, 36, 50, 57]);
const FIRST_OWN_FORMAT = 164;

interface Sheet {
  part: string;
  isHidden: boolean;
}

interface Book {
  sheets: Sheet[];
  /** Days are counted from 1904 where a Mac began it. */
  from1904: boolean;
}

function bookOf(zip: Unzipped): Book {
  const main = zip.read('xl/workbook.xml');
  const links = zip.read('xl/_rels/workbook.xml.rels');
  if (main === null || links === null) throw new Unreadable('unknown');
  const targets = new Map<string, string>();
  walkTags(
    links,
    (tag) => {
      if (tag.name !== 'Relationship') return;
      const target = tag.attribute('Target') ?? '';
      targets.set(tag.attribute('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
    () => undefined,
  );
  const book: Book = { sheets: [], from1904: false };
  walkTags(
    main,
    (tag) => {
      if (tag.name === 'workbookPr') book.from1904 = ['1', 'true'].includes(tag.attribute('date1904') ?? '');
      if (tag.name !== 'sheet') return;
      const part = targets.get(tag.attribute('id') ?? '');
      if (part) book.sheets.push({ part, isHidden: (tag.attribute('state') ?? 'visible') !== 'visible' });
    },
    () => undefined,
  );
  return book;
}

function sharedOf(zip: Unzipped): string[] {
  const xml = zip.read('xl/sharedStrings.xml');
  const texts: string[] = [];
  let now: string | null = null;
  // How a word is read out stands beside it in some languages.
  let isAside = false;
  let isText = false;
  walkTags(
    xml ?? '',
    ({ name, closes, isEmpty }) => {
      if (name === 'si') {
        if (!closes) now = '';
        if (closes || isEmpty) {
          texts.push(now ?? '');
          now = null;
        }
      }
      if (name === 'rPh') isAside = !closes && !isEmpty;
      if (name === 't') isText = !closes && !isEmpty;
    },
    (text) => {
      if (now !== null && isText && !isAside) now += text;
    },
  );
  return texts;
}

/** Whether a format has a place for the day or the year, outside of its own words and colours. */
function showsDay(format: string): boolean {
  let ends = '';
  for (const letter of format) {
    if (ends !== '') ends = letter === ends ? '' : ends;
    else if (letter === '"') ends = '"';
    else if (letter === '[') ends = ']';
    else if ('dDyY'.includes(letter)) return true;
  }
  return false;
}

/** Whether a number under each style is a day. */
function stylesOf(zip: Unzipped): boolean[] {
  const own = new Map<number, boolean>();
  const styles: boolean[] = [];
  let isCell = false;
  walkTags(
    zip.read('xl/styles.xml') ?? '',
    (tag) => {
      if (tag.name === 'numFmt') {
        own.set(Number(tag.attribute('numFmtId')), showsDay(tag.attribute('formatCode') ?? ''));
      }
      if (tag.name === 'cellXfs') isCell = !tag.closes;
      if (tag.name === 'xf' && isCell && !tag.closes) {
        const format = Number(tag.attribute('numFmtId') ?? 0);
        styles.push(format >= FIRST_OWN_FORMAT ? own.get(format) === true : DATES.has(format));
      }
    },
    () => undefined,
  );
  return styles;
}

const LETTERS = 26;
const LETTER_A = 'A'.charCodeAt(0);

/** B3 stands in column 1, counted from none; null where a cell does not say. */
function columnOf(at: string | null): number | null {
  let column = 0;
  for (const letter of at ?? '') {
    const digit = letter.charCodeAt(0) - LETTER_A;
    if (digit < 0 || digit >= LETTERS) break;
    column = column * LETTERS + digit + 1;
    if (column > 20_000) break;
  }
  return column === 0 ? null : column - 1;
}

interface Reading {
  shared: readonly string[];
  isDay: readonly boolean[];
  from1904: boolean;
}

const LONGEST_NUMBER = 30;

/** 9.87654321E9 is how a phone was kept. */
function numberText(value: string): string {
  const number = Number(value);
  if (value.length > LONGEST_NUMBER || !Number.isFinite(number)) return value.slice(0, LONGEST_NUMBER);
  return Number.isSafeInteger(number) ? String(number) : String(Number(number.toPrecision(12)));
}

function valueText({ shared, isDay, from1904 }: Reading, type: string, style: number, value: string): string {
  if (type === 's') return shared[Number(value)] ?? '';
  if (type === 'e' || value === '') return '';
  if (type === 'str' || type === 'inlineStr' || type === 'd' || type === 'b') return value;
  return (isDay[style] && dayOfSerial(Number(value), from1904)) || numberText(value);
}

function sheetOf(xml: string, reading: Reading): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  let at = 0;
  let cell = { type: 'n', style: 0, value: '' };
  let isValue = false;
  walkTags(
    xml,
    (tag) => {
      const { name, closes, isEmpty } = tag;
      if (name === 'row') {
        if (!closes) {
          const number = Number(tag.attribute('r') ?? lines.length + 1);
          // Rows that are left out are blank; the number of each is what a person sees at its left.
          if (number > 10 * MOST_ROWS) throw new Unreadable('tooLong');
          while (lines.length < number - 1) lines.push([]);
          line = [];
          at = 0;
        }
        if (closes || isEmpty) lines.push(line);
      }
      if (name === 'c') {
        if (!closes) {
          at = columnOf(tag.attribute('r')) ?? at;
          cell = { type: tag.attribute('t') ?? 'n', style: Number(tag.attribute('s') ?? 0), value: '' };
        }
        if (closes || isEmpty) {
          const text = cleanCell(valueText(reading, cell.type, cell.style, cell.value));
          if (text !== '' && at >= MOST_COLUMNS) throw new Unreadable('tooWide');
          if (text !== '') {
            while (line.length < at) line.push('');
            line[at] = text;
          }
          at += 1;
        }
      }
      if (name === 'v' || name === 't') isValue = !closes && !isEmpty;
    },
    (text) => {
      if (isValue) cell.value += text;
    },
  );
  return lines;
}

const FEWEST_ROWS = 2;

/** The first sheet of an Excel file that is shown and holds something. What a formula came to is read, and no formula. */
export function cellsOfBook(bytes: Uint8Array): string[][] {
  const zip = unzipped(bytes);
  const { sheets, from1904 } = bookOf(zip);
  const reading = { shared: sharedOf(zip), isDay: stylesOf(zip), from1904 };
  let first: string[][] = [];
  for (const { part } of sheets.filter(({ isHidden }) => !isHidden).slice(0, 20)) {
    const lines = sheetOf(zip.read(part) ?? '', reading);
    const filled = lines.filter((line) => line.length > 0).length;
    if (filled > MOST_ROWS + 200) throw new Unreadable('tooLong');
    if (filled >= FEWEST_ROWS) return lines;
    if (first.length === 0) first = lines;
  }
  return first;
}
