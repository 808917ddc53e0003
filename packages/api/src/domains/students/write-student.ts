import type { PgUpdateSetSource } from '@studyspot/db/query';
import { students } from '@studyspot/db/schema/students';
import { AppError } from '../../errors/app-error.ts';
import type { ChangeScope } from '../../procedures/builder.ts';
import { writeVersioned } from '../../procedures/write.ts';
import { detailOf, type StudentRow } from './student-row.ts';

type Values = PgUpdateSetSource<typeof students>;

/** One change of a student who is here. */
export async function writeStudent(
  { db, actor }: Pick<ChangeScope, 'db' | 'actor'>,
  at: { id: string; version: number },
  event: string,
  decide: (before: StudentRow) => Values,
) {
  const { row } = await writeVersioned(db, students, at, event, (before) => {
    if (before.removedAt) throw new AppError('deleted');
    return decide(before);
  });
  return await detailOf(db, actor, row);
}
