import { and, eq, gte, isNotNull, isNull, like, lte, or, type PgColumn, type SQL, sql } from '@studyspot/db/query';
import { libraries } from '@studyspot/db/schema/libraries';
import { students } from '@studyspot/db/schema/students';
import type * as z from 'zod/mini';
import { latinDigits } from '../../latin-digits.ts';
import { containing, withoutSeparators } from '../../pattern.ts';
import { toE164 } from '../../phone-number.ts';
import type { ReadScope } from '../../procedures/builder.ts';
import { columnsOf, listOf } from '../../procedures/list-of.ts';
import { tailOf } from './rules.ts';
import { type listStudentsInput, studentItem } from './schema.ts';
import { mayReadNumbers, seenBy } from './seen-by.ts';
import { soundOf, wordsOf } from './sound-of.ts';

const fields = columnsOf(students, studentItem, { libraryName: libraries.name });

export async function listStudents({ db, actor: asked }: ReadScope, input: z.output<typeof listStudentsInput>) {
  const { q, removed, ...filters } = input.filters;
  const actor = await asked();
  const page = await listOf(
    db,
    { ...input, filters },
    {
      table: students,
      fields,
      joins: [{ table: libraries, on: eq(libraries.id, students.homeId) }],
      where: and(
        removed ? isNotNull(students.removedAt) : isNull(students.removedAt),
        q ? meant(q, mayReadNumbers(actor)) : undefined,
      ),
      filters: { label: (label) => sql`${students.labels} @> array[${label}]::text[]` },
    },
  );
  return { ...page, items: page.items.map((row) => seenBy(actor, row)) };
}

const FEWEST_DIGITS = 3;
const MOST_DIGITS = 20;

/** By the first or last digits of a phone, or by words: each as it is written anywhere, or as it sounds where a word begins. */
function meant(text: string, byEndings: boolean): SQL | undefined {
  const digits = withoutSeparators(latinDigits(text)).replace(/^[+]/, '');
  const isNumber = /^\d+$/.test(digits) && digits.length >= FEWEST_DIGITS;
  const words = wordsOf(latinDigits(text));
  // Of separators alone nothing would be left, and everything be found.
  if (words.length === 0) return sql`false`;
  return or(isNumber ? numbered(digits, byEndings) : undefined, and(...words.map(spoken)));
}

/** Whoever may not read numbers must know one whole. */
function numbered(digits: string, byEndings: boolean): SQL | undefined {
  const whole = toE164(digits);
  if (whole) return eq(students.phone, whole);
  if (!byEndings) return undefined;
  // The wall lets an index answer what is between, not what is like.
  const begins = (column: PgColumn, from: string) => and(gte(column, from), lte(column, from.padEnd(MOST_DIGITS, '9')));
  return or(begins(students.phoneTail, tailOf(digits)), begins(students.phone, `+91${digits}`));
}

function spoken(word: string): SQL | undefined {
  const sound = soundOf(word);
  const pattern = containing(word);
  return or(
    pattern ? like(students.sought, pattern) : undefined,
    // One letter begins half of all names.
    sound.length > 1 ? like(students.sought, `% ~${sound}%`) : undefined,
  );
}
