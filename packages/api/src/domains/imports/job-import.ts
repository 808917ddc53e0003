import { imports } from '@studyspot/db/schema/imports';
import * as z from 'zod/mini';
import { indianDay } from '../../fields.ts';
import { findRow } from '../../procedures/write.ts';
import { beginJob } from '../../work/begin-job.ts';
import { job, type WorkScope } from '../../work/say.ts';
import { applyRows, undoRows } from './apply-rows.ts';
import { checkRows } from './check-rows.ts';
import { lockImport } from './guards.ts';
import { readRegister } from './read-register.ts';

/** True where more is to be done. */
async function step({ db }: WorkScope, id: string): Promise<boolean> {
  await lockImport(db, id);
  const of = await findRow(db, imports, { id });
  const now = new Date();
  const today = indianDay(now);
  if (of.state === 'reading') await readRegister(db, of);
  if (of.state === 'checking') await checkRows(db, of, today);
  if (of.state === 'applying') return await applyRows(db, of, { today, now });
  if (of.state === 'undoing') return await undoRows(db, of, now);
  return false;
}

/**
 * What an import waits for, by how it stands: its file is read, its lines are checked, brought in or taken back, some at a
 * time. What is done and that it is done stand in one transaction, so that a worker that is killed leaves nothing half.
 */
export const jobImport = job({
  payload: z.object({ import: z.guid() }),
  permission: 'students:create',
  queue: 'bulk',
  async run(scope, { import: id }) {
    const { memberId } = scope.job;
    if (await step(scope, id))
      await beginJob(scope, 'jobImport', jobImport, { import: id }, memberId === null ? {} : { memberId });
  },
});
