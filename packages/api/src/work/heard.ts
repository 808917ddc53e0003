import { eq } from '@studyspot/db/query';
import { domainEvents } from '@studyspot/db/schema/system';
import { AppFault } from '@studyspot/db/tenancy/faults';
import type { WorkScope } from './say.ts';

/** An event as its subscribers read it. */
export interface Heard {
  id: string;
  tenantId: string;
  name: string;
  subject: { kind: string; id: string };
  libraryId: string | null;
  actorId: string | null;
  actorName: string | null;
  before: Readonly<Record<string, unknown>> | null;
  after: Readonly<Record<string, unknown>> | null;
  at: Date;
}

export async function readHeard({ db, job }: WorkScope): Promise<Heard> {
  const { id, tenantId, name, subjectKind, subjectId, libraryId, actorId, actorName, before, after, occurredAt } =
    domainEvents;
  const [row] = await db
    .select({
      id,
      tenantId,
      name,
      subjectKind,
      subjectId,
      libraryId,
      actorId,
      actorName,
      before,
      after,
      at: occurredAt,
    })
    .from(domainEvents)
    .where(eq(domainEvents.id, job.eventId ?? ''));
  if (!row) throw new AppFault('claim', 'the event of a job is not there');
  const { subjectKind: kind, subjectId: subject, ...event } = row;
  return { ...event, subject: { kind, id: subject } };
}
