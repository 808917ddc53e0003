import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { csvLine } from '../csv.ts';
import { cellsOf } from './cells-of.ts';
import { ageOf, dayOf, dayOfSerial } from './day-of.ts';
import { draftOf } from './draft-of.ts';
import { importKinds } from './found.ts';
import { guessOf, headerOf, isTotal } from './header-of.ts';
import { phonesOf } from './phones-of.ts';
import { Unreadable } from './unreadable.ts';

const TODAY = '2026-11-28';
const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name));
const { students: kind } = importKinds;
if (!kind) throw new Error('no register of students can be brought in');

/** What a file says of each student: the fields that were asked for, or what is wrong. */
function readAs(name: string, ...fields: string[]): unknown[] {
  const lines = cellsOf(fixture(name));
  const { no, columns } = headerOf(lines, kind?.columns ?? []);
  return lines
    .filter((line) => line.no > no && !isTotal(line.cells))
    .map(({ cells }) => {
      const { values, faults } = draftOf(kind as never, columns, cells, TODAY);
      return values
        ? fields.map((field) => values[field])
        : faults.map(({ column, message }) => `${column} ${message}`);
    });
}

const troubleOf = (bytes: Uint8Array): string | null => {
  try {
    cellsOf(bytes);
    return null;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return error.trouble;
  }
};

const [ravi, sita] = ['+919829011223', '+919829011224'];
const both = [
  ['Ravi Kumar', ravi],
  ['Sita Devi', sita],
];
const inHindi = [
  ['रवि कुमार', ravi],
  ['सीता देवी', sita],
];
const days = ['2004-05-06', '2003-12-31'];

test.for([
  ['02-semicolons.csv', both],
  ['05-utf16-le.csv', inHindi],
  ['06-utf16-be.csv', [inHindi[0], both[1]]],
  ['07-utf16-le-no-mark.csv', both],
  ['08-windows-1252.csv', [['René Kumar', ravi], both[1]]],
  ['09-titles-and-totals.csv', both],
  ['16-mac-lines.csv', both],
  ['17-sep-line.csv', both],
  ['18-open-quote.csv', both],
  ['32-hidden-first.xlsx', [both[0]]],
] as const)('%s says who is who', ([name, wanted]) => {
  expect(readAs(name, 'name', 'phone')).toEqual(wanted);
});

test.for([
  ['01-plain.csv', both],
  ['04-utf8-mark.csv', inHindi],
  ['14-serials.csv', both],
  ['30-register.xlsx', [inHindi[0], both[1]]],
] as const)('%s says since when they live, too', ([name, wanted]) => {
  expect(readAs(name, 'name', 'phone', 'bornOn')).toEqual(wanted.map((who, at) => [...(who ?? []), days[at]]));
});

test('an age is no day of birth, and is kept as what was said', () => {
  expect(readAs('03-tabs.txt', 'phone', 'bornOn', 'age')).toEqual([
    [ravi, null, 19],
    [sita, null, 22],
  ]);
});

test('a father’s number is the guardian’s, and a class the course', () => {
  const [first] = readAs('10-fathers-phone.csv', 'phone', 'guardianName', 'guardianPhone', 'course', 'address');
  expect(first).toEqual([ravi, 'Mohan Lal', '+919829011299', '10th', 'Gali 4, Jaipur']);
});

test('two numbers in a cell are the first and the other one', () => {
  expect(readAs('11-two-phones.csv', 'phone', 'otherPhone')).toEqual([
    [ravi, sita],
    ['+919829011225', '+919829011226'],
  ]);
});

test('what is wrong is said of its cell', () => {
  expect(readAs('12-blank-and-doubled.csv', 'phone')).toEqual([[ravi], ['phone required'], [ravi]]);
  expect(readAs('15-wrong-days.csv', 'bornOn')).toEqual([['bornOn day'], ['2003-12-12']]);
});

test('quotes, lines inside of a cell, shifts in Hindi and formulas are what they are', () => {
  expect(readAs('13-quotes-and-lines.csv', 'name', 'address')[0]).toEqual([
    'Kumar, Ravi',
    '12 Station Road Jaipur "old"',
  ]);
  expect(readAs('19-pipes.csv', 'slot')).toEqual([['morning'], ['evening']]);
  expect(readAs('20-formulas.csv', 'notes')).toEqual([['=HYPERLINK("http://x")'], ['@SUM(A1)']]);
  expect(cellsOf(Buffer.from(csvLine(['=1', '+919829011223', '-'])))).toEqual([
    { no: 1, cells: ['=1', '+919829011223', '-'] },
  ]);
  expect(readAs('31-mac-1904.xlsx', 'name', 'phone', 'bornOn')).toEqual([['Ravi & Co', ravi, '2004-05-06']]);
});

test('without a header every line is a row, and no column is guessed', () => {
  const lines = cellsOf(fixture('21-no-header.csv'));
  expect(lines).toHaveLength(2);
  expect(headerOf(lines, kind.columns)).toMatchObject({ no: 0, columns: [null, null] });
});

test.for([
  ['22-page.csv', 'unknown'],
  ['23-picture.csv', 'unknown'],
  ['24-old-excel.xls', 'oldExcel'],
  ['25-nothing.csv', 'empty'],
  ['33-entities.xlsx', 'broken'],
  ['34-bomb.xlsx', 'tooLarge'],
  ['35-far-column.xlsx', 'tooWide'],
  ['36-far-row.xlsx', 'tooLong'],
  ['37-cut.xlsx', 'broken'],
  ['38-many-entries.xlsx', 'tooLarge'],
  ['39-other-zip.xlsx', 'unknown'],
] as const)('%s is refused: %s', ([name, trouble]) => {
  expect(troubleOf(fixture(name))).toBe(trouble);
});

test('more rows, columns or bytes than fit are refused', () => {
  expect(troubleOf(Buffer.from('Name,Phone\n'.repeat(20_500)))).toBe('tooLong');
  expect(troubleOf(Buffer.from(`${'x,'.repeat(80)}\n`))).toBe('tooWide');
  expect(troubleOf(Buffer.alloc(5 * 1024 * 1024 + 1, 'a'))).toBe('tooLarge');
});

test('a cell that is cut, or says half a letter, is still a text', () => {
  const [line] = cellsOf(Buffer.from(`${'x'.repeat(1_999)}\u{1f600}z,y\n`));
  expect(line?.cells.map((cell) => [cell.length, cell.isWellFormed()])).toEqual([
    [2_000, true],
    [1, true],
  ]);
});

test('a zip that lies about its size unpacks no further than it may', () => {
  const bomb = Buffer.from(fixture('34-bomb.xlsx'));
  for (let at = 0; at < bomb.length - 4; at++) {
    // The size in the list at the end of the file.
    if (bomb.readUInt32LE(at) === 0x02014b50) bomb.writeUInt32LE(100, at + 24);
  }
  expect(troubleOf(bomb)).toBe('tooLarge');
  expect(deflateRawSync(Buffer.alloc(1_000_000)).length).toBeLessThan(2_000);
});

test('days are read as they are written here', () => {
  const said = [
    '6.5.04',
    '06-05-2004',
    '6 May 2004',
    '2004-05-06',
    '06/05/2004 00:00',
    '05/13/2004',
    '31/04/2004',
    'x',
  ];
  expect(said.map((text) => dayOf(text, TODAY))).toEqual([
    ...Array.from({ length: 5 }, () => '2004-05-06'),
    '2004-05-13',
    null,
    null,
  ]);
  expect(dayOf('6/5/87', TODAY)).toBe('1987-05-06');
  expect([dayOfSerial(38113), dayOfSerial(36651, true), dayOfSerial(12)]).toEqual(['2004-05-06', '2004-05-06', null]);
  expect(['19', '19 yrs', '१९ साल', '2', '120', '6/5/87'].map(ageOf)).toEqual([19, 19, 19, null, null, null]);
});

test('numbers are found in whatever they stand in', () => {
  const said = ['98290 11223', '9829011223.0', '०९८२९०११२२३', '9829011223/9829011224', '9829011223 9829011224'];
  expect(said.map(phonesOf)).toEqual([[ravi], [ravi], [ravi], [ravi, sita], [ravi, sita]]);
  expect(['98290112239829011224', '+91 98290 11223, 9829011224'].map(phonesOf)).toEqual([
    [ravi, sita],
    [ravi, sita],
  ]);
  expect(['', 'none', '12345', '1111111111'].map(phonesOf)).toEqual([[], [], [], []]);
});

test('titles are understood in English, Hindi and between them', () => {
  const titles = [
    'क्र.',
    'विद्यार्थी का नाम',
    'पिता का नाम',
    'मोबाइल',
    'पिता का मोबाइल नं',
    'पता',
    'कक्षा',
    'उम्र',
    'ईमेल',
    'लिंग',
    'शिफ्ट',
  ];
  expect(guessOf(titles, kind.columns)).toEqual([
    ...[null, 'name', 'guardianName', 'phone', 'guardianPhone', 'address', 'course', 'age', 'email', 'gender', 'slot'],
  ]);
  const english = [
    'Sr. No.',
    'NAME OF STUDENT',
    "Father's Name",
    'Mob. No.',
    'WhatsApp',
    'D.O.B.',
    'Address',
    'Timing',
  ];
  expect(guessOf(english, kind.columns)).toEqual([
    ...[null, 'name', 'guardianName', 'phone', null, 'bornOn', 'address', 'slot'],
  ]);
});
