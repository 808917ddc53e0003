import { and, eq, gte, inArray, like, lt, or, type PgColumn, type SQL, sql } from '@studyspot/db/query';
import { students, studentWords } from '@studyspot/db/schema/students';
import type { ReadHandle } from '@studyspot/db/tenancy/scope';
import { latinDigits } from '../../latin-digits.ts';
import { containing, withoutSeparators } from '../../pattern.ts';
import { toE164 } from '../../phone-number.ts';
import { tailOf } from './rules.ts';
import { nearly, soundOf, wordsOf } from './sound-of.ts';

// Whom the text of a search box means. What is between two keys an index finds behind the wall; what is like a pattern it
// does not, so that is asked only where nothing was found.

const FEWEST_DIGITS = 3;
const LAST_LETTER = '\u{10ffff}';

const begins = (column: PgColumn, text: string) => and(gte(column, text), lt(column, text + LAST_LETTER));

const byWord = (db: ReadHandle, ...begun: readonly string[]) =>
  db
    .select({ id: studentWords.studentId })
    .from(studentWords)
    .where(or(...begun.map((text) => begins(studentWords.key, text))));

const byPhone = (db: ReadHandle, holds: SQL | undefined) => db.select({ id: students.id }).from(students).where(holds);

/** By the first or last digits of a phone or those of a code, or by words: each as one begins, written so or sounding so. */
export function meant(db: ReadHandle, text: string, byEndings: boolean): SQL | undefined {
  const words = wordsOf(latinDigits(text));
  const digits = withoutSeparators(latinDigits(text)).replace(/^[+]/, '');
  if (/^\d+$/.test(digits) && digits.length >= FEWEST_DIGITS) return numbered(db, digits, byEndings);
  // Of separators alone nothing would be left, and everything be found.
  if (words.length === 0) return sql`false`;
  return and(...words.map((word) => spoken(db, word)));
}

/** Whoever may not read numbers must know one whole. */
function numbered(db: ReadHandle, digits: string, byEndings: boolean): SQL {
  const whole = toE164(digits);
  const phones = whole
    ? [byPhone(db, eq(students.phone, whole))]
    : [byPhone(db, begins(students.phoneTail, tailOf(digits))), byPhone(db, begins(students.phone, `+91${digits}`))];
  const found = [...(whole || byEndings ? phones : []), byWord(db, digits)].map((query) => sql`${query}`);
  return inArray(students.id, sql`(${sql.join(found, sql` union all `)})`);
}

function spoken(db: ReadHandle, word: string): SQL {
  const sound = soundOf(word);
  // One letter begins half of all names.
  return inArray(students.id, byWord(db, word, ...(sound.length > 1 ? [`~${sound}`] : [])));
}

/** By words again, each anywhere in one, or a letter off how one sounds. */
export function nearlyMeant(db: ReadHandle, text: string): SQL | undefined {
  const words = wordsOf(latinDigits(text));
  if (words.length === 0) return sql`false`;
  return and(
    ...words.map((word) => {
      const near = nearly(soundOf(word)).map((left) => `?${left} `);
      const pattern = containing(word);
      return or(
        pattern ? like(students.sought, pattern) : undefined,
        near.length > 0 ? inArray(students.id, byWord(db, ...near)) : undefined,
      );
    }),
  );
}
