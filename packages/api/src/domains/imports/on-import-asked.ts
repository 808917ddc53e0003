import { and, eq, isNull } from '@studyspot/db/query';
import { memberships } from '@studyspot/db/schema/tenants';
import { beginJob } from '../../work/begin-job.ts';
import { subscriber } from '../../work/say.ts';
import { jobImport } from './job-import.ts';

/** What a person asks of an import is done for them, as long as they may. */
export const onImportAsked = subscriber({
  events: ['import.begun', 'import.mapped', 'import.started', 'import.undoing'],
  ordered: true,
  async run(scope, { actorId, subject }) {
    const [member] = await scope.db
      .select({ id: memberships.id })
      .from(memberships)
      .where(and(eq(memberships.userId, actorId ?? ''), isNull(memberships.removedAt)));
    if (member) await beginJob(scope, 'jobImport', jobImport, { import: subject.id }, { memberId: member.id });
  },
});
