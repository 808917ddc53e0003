import { eq } from '@studyspot/db/query';
import { bulks } from '@studyspot/db/schema/bulks';
import * as z from 'zod/mini';
import type { Permission } from '../permissions/table.ts';
import { advance, type BulkKind } from '../procedures/bulk-rows.ts';
import { beginJob } from './begin-job.ts';
import { type Job, jobInSteps, subscriber } from './say.ts';

/** Does what was begun to many records, some at a time: each some with its end in one transaction, as whoever began it. */
export const bulkJob = <Act>(permission: Permission, kind: BulkKind<Act>): Job =>
  jobInSteps({
    queue: 'bulk',
    permission,
    payload: z.object({ bulk: z.guid() }),
    run: ({ db }, { bulk }) => advance(db, kind, bulk),
  });

/** Begins it. `name` is the job's: that of its file. */
export const bulkSubscriber = (kind: Pick<BulkKind, 'of'>, name: string, job: Job) =>
  subscriber({
    events: [`${kind.of}.bulk_begun`],
    run: async (scope, { subject }) => {
      const [bulk] = await scope.db.select().from(bulks).where(eq(bulks.id, subject.id));
      if (!bulk) return;
      // One after another: two that meet in one record would each wait for the other.
      const begun = { key: bulk.id, lane: kind.of, memberId: bulk.memberId };
      await beginJob(scope, name, job, { bulk: bulk.id }, begun);
    },
  });
