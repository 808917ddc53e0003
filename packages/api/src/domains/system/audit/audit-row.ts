import { and, eq, gte, like, lte, type SQL, sql } from '@studyspot/db/query';
import { domainEvents } from '@studyspot/db/schema/system';
import { tenants } from '@studyspot/db/schema/tenants';
import { uuidAt } from '@studyspot/db/uuid-at';
import type * as z from 'zod/mini';
import { changesOf, readable, type Trailed } from '../../../procedures/changes-of.ts';
import { has } from '../../../procedures/list-of.ts';
import { isOfInterest } from '../../../procedures/of-interest.ts';
import type { auditEntry, auditExportInput } from './schema.ts';

export const auditColumns = {
  id: domainEvents.id,
  name: domainEvents.name,
  tenantId: domainEvents.tenantId,
  // Always there, and joined as if it were not: else Postgres begins with the tenants and sorts all that happened to them.
  tenantName: sql<string>`${tenants.name}`,
  actorName: domainEvents.actorName,
  subjectKind: domainEvents.subjectKind,
  subjectId: domainEvents.subjectId,
  before: domainEvents.before,
  after: domainEvents.after,
  at: domainEvents.occurredAt,
};

interface AuditRow {
  id: string;
  name: string;
  tenantId: string;
  tenantName: string;
  actorName: string | null;
  subjectKind: string;
  subjectId: string;
  before: Trailed;
  after: Trailed;
  at: Date;
}

export function auditWhere(filters: z.output<typeof auditExportInput>): SQL | undefined {
  return and(
    isOfInterest,
    filters.who === undefined ? undefined : has(domainEvents.actorName)(filters.who),
    filters.what ? like(domainEvents.name, `${filters.what.replace(/[\\%_]/g, '\\$&')}%`) : undefined,
    filters.tenantId === undefined ? undefined : eq(domainEvents.tenantId, filters.tenantId),
    filters.subject === undefined ? undefined : eq(domainEvents.subjectId, filters.subject),
    filters.from === undefined ? undefined : since(new Date(filters.from)),
    filters.to === undefined ? undefined : until(new Date(filters.to)),
  );
}

// An event gets its id within its transaction, which is cut after half a minute: so much later than its time, and with
// a clock that was set meanwhile a little earlier. The bounds find the index and the years; the time itself decides.
const APART_MS = 60_000;
const since = (time: Date) =>
  and(gte(domainEvents.id, uuidAt(time.getTime() - APART_MS)), gte(domainEvents.occurredAt, time));
const until = (time: Date) =>
  and(lte(domainEvents.id, uuidAt(time.getTime() + APART_MS)), lte(domainEvents.occurredAt, time));

export function toAuditEntry({ before, after, ...row }: AuditRow): z.input<typeof auditEntry> {
  return { ...row, subjectName: readable(after?.['name'] ?? before?.['name']), changes: changesOf(before, after) };
}
