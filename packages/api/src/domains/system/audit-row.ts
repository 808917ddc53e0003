import { and, eq, gte, ilike, like, lte, type SQL } from '@studyspot/db/query';
import { domainEvents } from '@studyspot/db/schema/system';
import { tenants } from '@studyspot/db/schema/tenants';
import type * as z from 'zod/mini';
import { containing } from '../../pattern.ts';
import type { auditEntry, auditExportInput } from './schema.ts';

export const auditColumns = {
  id: domainEvents.id,
  name: domainEvents.name,
  tenantId: domainEvents.tenantId,
  tenantName: tenants.name,
  actorName: domainEvents.actorName,
  subjectKind: domainEvents.subjectKind,
  subjectId: domainEvents.subjectId,
  before: domainEvents.before,
  after: domainEvents.after,
  at: domainEvents.occurredAt,
};

type Trailed = Record<string, unknown> | null;
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
  const who = containing(filters.who);
  return and(
    who === undefined ? undefined : ilike(domainEvents.actorName, who),
    filters.what ? like(domainEvents.name, `${filters.what.replace(/[\\%_]/g, '\\$&')}%`) : undefined,
    filters.tenantId === undefined ? undefined : eq(domainEvents.tenantId, filters.tenantId),
    filters.subject === undefined ? undefined : eq(domainEvents.subjectId, filters.subject),
    filters.from === undefined ? undefined : gte(domainEvents.occurredAt, new Date(filters.from)),
    filters.to === undefined ? undefined : lte(domainEvents.occurredAt, new Date(filters.to)),
  );
}

export function toAuditEntry({ before, after, ...row }: AuditRow): z.input<typeof auditEntry> {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const changes = fields
    .map((field) => ({ field, before: readable(before?.[field]), after: readable(after?.[field]) }))
    .filter((change) => change.before !== change.after);
  return { ...row, changes };
}

function readable(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
