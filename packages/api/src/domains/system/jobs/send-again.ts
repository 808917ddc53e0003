import { letterAgain } from '@studyspot/db/letters';
import type * as z from 'zod/mini';
import { AppError } from '../../../errors/app-error.ts';
import type { ChangeScope } from '../../../procedures/builder.ts';
import type { sendAgainInput } from './schema.ts';

/** Whoever comes second, or too late for it to make sense, finds it gone. */
export async function sendAgain({ db }: ChangeScope, { id }: z.output<typeof sendAgainInput>) {
  if (!(await letterAgain(db, id))) throw new AppError('not_found');
  db.record({ name: 'job.letter_again', subject: { kind: 'job', id } });
  return { done: true as const };
}
