import { libraries } from '@studyspot/db/schema/libraries';
import type * as z from 'zod/mini';
import { AppError } from '../../../errors/app-error.ts';
import type { ChangeScope } from '../../../procedures/builder.ts';
import { writeVersioned } from '../../../procedures/write.ts';
import { shownLibrary } from '../library-row.ts';
import type { libraryVersionInput } from '../schema.ts';
import { may } from './rules.ts';

/** Changed as it was asked: the platform looks again. What it asked for stays in sight until it has. */
export async function handInLibrary({ db }: ChangeScope, at: z.output<typeof libraryVersionInput>) {
  const { row } = await writeVersioned(db, libraries, at, 'library.handed_in', (before) => {
    if (!may('handIn', before)) throw new AppError('changed_meanwhile');
    return { approval: 'pending' as const };
  });
  return shownLibrary(row);
}
