import { libraries } from '@studyspot/db/schema/libraries';
import { enrolments, students } from '@studyspot/db/schema/students';
import type { ChangeHandle } from '@studyspot/db/tenancy/scope';
import { AppError } from '../../../errors/app-error.ts';
import type { Applied, Waiting } from '../../../importing/kind.ts';
import { findRow, writeVersioned } from '../../../procedures/write.ts';
import { whyNobody } from '../../libraries/approval/rules.ts';
import { lastNumberOf, placesOf } from '../guards.ts';
import { heldLabels } from '../labels/held-labels.ts';
import { foldOf } from '../labels/rules.ts';
import { codeOf, freeNumber, missingOf, tailOf } from '../rules.ts';
import { soughtOf } from '../sound-of.ts';
import type { StudentRow } from '../student-row.ts';
import { changesOf, isSameName } from './changes-of.ts';
import { byPhone, knownBy } from './judge-imported.ts';

type New = typeof students.$inferInsert;

const left = (id: string, message: string, column = 'phone'): Applied => ({
  ...{ id, state: 'left', faults: [{ column, message }], targetId: null, before: null, wrote: null },
});

/** An age is no day: it is noted with the day that it was said on. */
function notesOf({ notes, age }: Waiting['values'], today: string): string | null {
  const said = age === null || age === undefined ? null : `Age ${age} (${today})`;
  return [said, notes].filter(Boolean).join('\n') || null;
}

interface Book {
  library: { id: string; code: string };
  today: string;
  next: number;
  room: number;
  /** Why the library admits nobody now. */
  shut: string | null;
  /** Those with each number, as they are by now. */
  numbers: Map<string, { siblingNo: number; name: string }[]>;
  emails: Set<string>;
}

/** A new one, as far as there is a place and nobody has the number by now who is not meant to share it. */
function placed(book: Book, { id, newId, values, meant }: Waiting): New | Applied {
  const { age: _, ...facts } = values as Record<string, unknown> & {
    name: string;
    phone: string;
    email: string | null;
  };
  const others = book.numbers.get(facts.phone) ?? [];
  if (book.shut) return left(id, book.shut, '');
  if (book.room <= 0) return left(id, 'limit', '');
  if (others.some(({ name }) => isSameName(name, facts.name)) || (others.length > 0 && !meant))
    return left(id, 'taken');
  if (facts.email !== null && book.emails.has(facts.email)) return left(id, 'taken', 'email');
  const siblingNo = freeNumber(
    others.map(({ siblingNo: no }) => no),
    undefined,
  );
  if (siblingNo === null) return left(id, 'tooManySiblings');
  const code = codeOf(book.library.code, book.next);
  book.next += 1;
  book.room -= 1;
  book.numbers.set(facts.phone, [...others, { siblingNo, name: facts.name }]);
  if (facts.email !== null) book.emails.add(facts.email);
  return {
    ...(facts as Omit<New, 'homeId' | 'code' | 'sought' | 'phoneTail'>),
    ...{ id: newId, homeId: book.library.id, code, siblingNo },
    notes: notesOf(values, book.today),
    ...{ sought: soughtOf(facts.name, code), phoneTail: tailOf(facts.phone) },
  };
}

/** What somebody is changed to, if what is known of them still allows it. */
async function change(db: ChangeHandle, known: StudentRow | undefined, { id, values }: Waiting, today: string) {
  if (!known) return left(id, 'gone', '');
  const changes = changesOf(known, values);
  const after = { ...known, ...changes };
  const [missing] = missingOf(after, today);
  if (missing) return left(id, missing.message, missing.path);
  const before = Object.fromEntries(Object.keys(changes).map((name) => [name, Reflect.get(known, name)]));
  const { row } = await writeVersioned(db, students, known, 'student.updated', changes);
  return { id, state: 'written', faults: [], targetId: known.id, before, wrote: row.version } satisfies Applied;
}

/** Their labels as the business spells them. Where there would be too many, whoever bears one is left out. */
async function labelled(db: ChangeHandle, rows: readonly Waiting[]): Promise<{ ready: Waiting[]; out: Applied[] }> {
  const namesOf = ({ values }: Waiting) => (Array.isArray(values['labels']) ? values['labels'].map(String) : []);
  const held = await heldLabels(db, rows.flatMap(namesOf)).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'validation') return null;
    throw error;
  });
  const spelled = new Map(held?.map((name) => [foldOf(name), name]));
  const isReady = (row: Waiting) => held !== null || namesOf(row).length === 0;
  return {
    ready: rows.filter(isReady).map((row) => {
      const labels = namesOf(row).map((name) => spelled.get(foldOf(name)) ?? name);
      return { ...row, values: { ...row.values, labels: [...new Set(labels)] } };
    }),
    out: rows.filter((row) => !isReady(row)).map(({ id }) => left(id, 'tooManyLabels', 'labels')),
  };
}

/** Admits and changes many at once, under the lock by which places, codes and numbers are given. */
export async function admitImported(
  db: ChangeHandle,
  given: readonly Waiting[],
  { libraryId, today }: { libraryId: string; today: string },
): Promise<Applied[]> {
  await db.lock('students');
  const { ready: rows, out } = await labelled(db, given);
  const library = await findRow(db, libraries, { id: libraryId });
  const { limit, used } = await placesOf(db);
  const told = (name: string) => rows.flatMap(({ values }) => (values[name] ? [String(values[name])] : []));
  const owners = await knownBy(db, students.email, told('email'));
  const emails = new Map(owners.map(({ email, id }) => [email ?? '', id]));
  const book: Book = {
    ...{
      library,
      today,
      room: limit - used,
      shut: whyNobody(library),
      next: (await lastNumberOf(db, library.code)) + 1,
    },
    numbers: byPhone(await knownBy(db, students.phone, told('phone'))),
    emails: new Set(emails.keys()),
  };
  const targets = await knownBy(
    db,
    students.id,
    rows.flatMap(({ targetId }) => targetId ?? []),
  );
  const answers = [...out];
  const made = new Map<string, New>();
  for (const row of rows) {
    if (row.state === 'changed') {
      const owner = emails.get(String(row.values['email'] ?? ''));
      const known = targets.find(({ id }) => id === row.targetId);
      const isTaken = owner !== undefined && owner !== row.targetId;
      answers.push(isTaken ? left(row.id, 'taken', 'email') : await change(db, known, row, today));
      continue;
    }
    const answer = placed(book, row);
    if ('faults' in answer) answers.push(answer);
    else made.set(row.id, answer);
  }
  if (made.size === 0) return answers;
  const written = await db
    .insert(students)
    .values([...made.values()])
    .returning();
  const libraryOfAll = { libraryId: library.id };
  await db.insert(enrolments).values(written.map(({ id, code }) => ({ ...libraryOfAll, studentId: id, code })));
  for (const row of written)
    db.record({ name: 'student.created', subject: { kind: 'student', id: row.id }, ...libraryOfAll, after: row });
  for (const [id, { id: targetId = '' }] of made)
    answers.push({ id, state: 'made', faults: [], targetId, before: null, wrote: 1 });
  return answers;
}
