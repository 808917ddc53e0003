import { students } from '@studyspot/db/schema/students';
import type * as z from 'zod/mini';
import { AppError } from '../../errors/app-error.ts';
import type { ChangeScope } from '../../procedures/builder.ts';
import { findRow } from '../../procedures/write.ts';
import { mustHaveGuardian, siblingNoOf } from './guards.ts';
import { tailOf } from './rules.ts';
import type { setStudentStatusInput, studentVersionInput, suspendStudentInput, updateStudentInput } from './schema.ts';
import { soughtOf } from './sound-of.ts';
import { writeStudent } from './write-student.ts';

export async function updateStudent(scope: ChangeScope, input: z.output<typeof updateStudentInput>) {
  const { db } = scope;
  const { id, version, sibling, ...details } = input;
  const { phone } = details;
  const now = await findRow(db, students, { id });
  const siblingNo = phone === undefined || phone === now.phone ? now.siblingNo : await siblingNoOf(db, phone, sibling);
  return await writeStudent(scope, { id, version }, 'student.updated', (before) => {
    const { name = before.name, phone: number = before.phone } = details;
    const { bornOn = before.bornOn, guardianName = before.guardianName } = details;
    const { guardianPhone = before.guardianPhone } = details;
    mustHaveGuardian(scope, { bornOn, guardianName, guardianPhone });
    return { ...details, siblingNo, sought: soughtOf(name, before.code), phoneTail: tailOf(number) };
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
