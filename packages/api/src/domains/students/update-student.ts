import { students } from '@studyspot/db/schema/students';
import type * as z from 'zod/mini';
import { AppError } from '../../errors/app-error.ts';
import type { ChangeScope } from '../../procedures/builder.ts';
import { findRow } from '../../procedures/write.ts';
import { mustBeWhole, siblingNoOf } from './guards.ts';
import { heldLabels } from './labels/held-labels.ts';
import { tailOf, warned } from './rules.ts';
import type { setStudentStatusInput, studentVersionInput, suspendStudentInput, updateStudentInput } from './schema.ts';
import { soughtOf } from './sound-of.ts';
import { writeStudent } from './write-student.ts';

export async function updateStudent(scope: ChangeScope, input: z.output<typeof updateStudentInput>) {
  const { db } = scope;
  const { id, version, sibling, ...given } = input;
  const details = { ...given, ...(given.labels && { labels: await heldLabels(db, given.labels) }) };
  const now = await findRow(db, students, { id });
  const { phone = now.phone } = details;
  let { siblingNo } = now;
  if (phone !== now.phone) {
    // Numbers are given one at a time; whoever keeps theirs waits for nobody.
    await db.lock('students');
    siblingNo = await siblingNoOf(db, phone, { isMeant: sibling });
  }
  return await writeStudent(scope, { id, version }, 'student.updated', (before) => {
    const named = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
    const after = { ...before, ...named };
    mustBeWhole(scope, after);
    const found = { sought: soughtOf(after.name, before.code), phoneTail: tailOf(after.phone) };
    return { ...details, ...found, ...warned(after), siblingNo };
  });
}

export const setStudentStatus = async (
  scope: ChangeScope,
  { id, version, status }: z.output<typeof setStudentStatusInput>,
) => await writeStudent(scope, { id, version }, 'student.status_changed', () => ({ status, statusReason: null }));

export const suspendStudent = async (
  scope: ChangeScope,
  { id, version, reason }: z.output<typeof suspendStudentInput>,
) =>
  await writeStudent(scope, { id, version }, 'student.suspended', (before) => {
    if (before.status === 'suspended') throw new AppError('changed_meanwhile');
    return { status: 'suspended', statusReason: reason };
  });

/** Nothing is deleted: the number is free for somebody else until they are restored. */
export const removeStudent = async (scope: ChangeScope, at: z.output<typeof studentVersionInput>) =>
  await writeStudent(scope, at, 'student.removed', () => ({ removedAt: scope.services.clock.now() }));
