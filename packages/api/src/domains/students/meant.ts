import {
  and,
  between,
  eq,
  gte,
  isNull,
  lt,
  or,
  type PgColumn,
  type SQL,
  type SQLWrapper,
  sql,
} from '@studyspot/db/query';
import { students, studentWords } from '@studyspot/db/schema/students';
import type { ReadHandle } from '@studyspot/db/tenancy/scope';
import { latinDigits } from '../../latin-digits.ts';
import { withoutSeparators } from '../../pattern.ts';
import { toE164 } from '../../phone-number.ts';
import { tailOf } from './rules.ts';
import { nearly, soundOf, wordsOf } from './sound-of.ts';

// Whom the text of a search box means. What is between two keys an index finds behind the wall; what a text holds it does
// not, so that is asked only of what was found.

const FEWEST_DIGITS = 3;
const MOST_DIGITS = 20;
const LAST_LETTER = '\u{10ffff}';

const begins = (column: PgColumn, text: string) => and(gte(column, text), lt(column, text + LAST_LETTER));

const byWord = (db: ReadHandle, ...begun: readonly string[]) =>
  db
    .select({ id: studentWords.studentId })
    .from(studentWords)
    .where(or(...begun.map((text) => begins(studentWords.key, text))));

/** Found first, and only then looked up: joined, each of a long list would be held against all that were found. */
const isOneOf = (...found: readonly SQLWrapper[]): SQL =>
  sql`${students.id} = any(array(${sql.join(
    found.map((query) => sql`${query}`),
    sql` union all `,
  )}))`;

const byPhone = (db: ReadHandle, holds: SQL | undefined) => db.select({ id: students.id }).from(students).where(holds);

/** By the first or last digits of a phone or those of a code, or by words: each as one begins, written so or sounding so. */
export function meant(db: ReadHandle, text: string, byEndings: boolean): SQL | undefined {
  const words = wordsOf(latinDigits(text));
  const digits = withoutSeparators(latinDigits(text)).replace(/^[+]/, '');
  if (/^\d+$/.test(digits) && digits.length >= FEWEST_DIGITS) return numbered(db, digits, byEndings);
  return allOf(db, words, spellings);
}

/** By words again, each from its middle on, or a letter off how one sounds. */
export const nearlyMeant = (db: ReadHandle, text: string): SQL | undefined =>
  allOf(db, wordsOf(latinDigits(text)), nearSpellings);

/** The longest finds the fewest; the others are asked of those. */
function allOf(db: ReadHandle, words: readonly string[], begunAs: (word: string) => string[]): SQL | undefined {
  const [first, ...rest] = words.toSorted((one, other) => other.length - one.length);
  // Of separators alone nothing is left, and everything would be found.
  if (first === undefined) return sql`false`;
  // Twice as fast as a pattern, which tries every place.
  const holds = (begun: string) => sql`strpos(${students.sought}, ${` ${begun}`}) > 0`;
  const has = (word: string) => or(...begunAs(word).map(holds));
  return and(isOneOf(byWord(db, ...begunAs(first))), ...rest.map(has));
}

function spellings(word: string): string[] {
  const sound = soundOf(word);
  // One letter begins half of all names.
  return sound.length > 1 ? [word, `~${sound}`] : [word];
}

const nearSpellings = (word: string): string[] => [
  ...spellings(word),
  `*${word}`,
  ...nearly(soundOf(word)).map((left) => `?${left} `),
];

/** Whoever may not read numbers must know one whole. */
function numbered(db: ReadHandle, digits: string, byEndings: boolean): SQL {
  const whole = toE164(digits);
  const begun = `+91${digits}`;
  const phones = whole
    ? [eq(students.phone, whole)]
    : [
        begins(students.phoneTail, tailOf(digits)),
        // Of those who are here alone an index knows how a number begins.
        and(between(students.phone, begun, begun.padEnd(MOST_DIGITS, '9')), isNull(students.removedAt)),
      ];
  return isOneOf(...(whole || byEndings ? phones.map((holds) => byPhone(db, holds)) : []), byWord(db, digits));
}
