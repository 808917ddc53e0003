import { libraries } from '@studyspot/db/schema/libraries';
import { AppError } from '../../../errors/app-error.ts';
import type { ChangeScope } from '../../../procedures/builder.ts';
import { writeTheirs } from '../../../procedures/of-tenant.ts';
import { getPlatformLibrary } from './get-platform-library.ts';
import { may } from './rules.ts';

type Row = typeof libraries.$inferSelect;

/** A decision of the platform, where the library stands so that it may be made. */
export async function writeStanding(
  scope: ChangeScope,
  at: { id: string; version: number },
  [act, name]: [Parameters<typeof may>[0], string],
  values: Partial<Pick<Row, 'approval' | 'approvalReason' | 'suspendedAt' | 'suspendedReason'>>,
) {
  await writeTheirs(scope.db, libraries, at, `library.${name}`, (before) => {
    if (!may(act, before)) throw new AppError('changed_meanwhile');
    return values;
  });
  return await getPlatformLibrary(scope, at);
}
