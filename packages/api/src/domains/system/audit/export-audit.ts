import { randomUUID } from 'node:crypto';
import { desc, eq } from '@studyspot/db/query';
import { domainEvents } from '@studyspot/db/schema/system';
import { tenants } from '@studyspot/db/schema/tenants';
import type * as z from 'zod/mini';
import en from '../../../../messages/en.json' with { type: 'json' };
import hi from '../../../../messages/hi.json' with { type: 'json' };
import type { ChangeScope } from '../../../procedures/builder.ts';
import { auditColumns, auditWhere, toAuditEntry } from './audit-row.ts';
import { csvLine } from './rules.ts';
import type { auditExportInput } from './schema.ts';

const MOST_ROWS = 5000;
const headings = { en: en.audit, hi: hi.audit };

/** The newest rows that fit; who took them out is itself in the trail. */
export async function exportAudit({ db, request, services }: ChangeScope, filters: z.output<typeof auditExportInput>) {
  const rows = await db
    .select(auditColumns)
    .from(domainEvents)
    .innerJoin(tenants, eq(tenants.id, domainEvents.tenantId))
    .where(auditWhere(filters))
    .orderBy(desc(domainEvents.id))
    .limit(MOST_ROWS + 1);
  const entries = rows.slice(0, MOST_ROWS).map(toAuditEntry);
  const { time, who, what, tenant, subject, changes } = headings[request.locale];
  const lines = entries.map((entry) =>
    csvLine([
      entry.at instanceof Date ? entry.at.toISOString() : entry.at,
      entry.actorName ?? '',
      entry.name,
      entry.tenantName,
      `${entry.subjectKind} ${entry.subjectId}`,
      entry.changes.map(({ field, before, after }) => `${field}: ${before ?? ''} → ${after ?? ''}`).join('; '),
    ]),
  );
  db.record({
    name: 'audit.exported',
    subject: { kind: 'export', id: randomUUID() },
    after: { rows: entries.length, filter: filters },
  });
  const today = services.clock.now().toISOString().slice(0, 10);
  return {
    fileName: `studyspot-audit-${today}.csv`,
    // the mark tells a spreadsheet that this is UTF-8
    csv: `\uFEFF${csvLine([time, who, what, tenant, subject, changes])}${lines.join('')}`,
    rows: entries.length,
    complete: rows.length <= MOST_ROWS,
  };
}
