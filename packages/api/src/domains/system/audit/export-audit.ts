import { randomUUID } from 'node:crypto';
import { and, desc, eq, lt, type SQL } from '@studyspot/db/query';
import { domainEvents } from '@studyspot/db/schema/system';
import { tenants } from '@studyspot/db/schema/tenants';
import type * as z from 'zod/mini';
import en from '../../../../messages/en.json' with { type: 'json' };
import hi from '../../../../messages/hi.json' with { type: 'json' };
import { csvFile, csvLine } from '../../../csv.ts';
import type { ChangeScope } from '../../../procedures/builder.ts';
import { auditColumns, auditWhere, toAuditEntry } from './audit-row.ts';
import type { auditExportInput } from './schema.ts';

const MOST_ROWS = 5000;
// Ten of them in one batch, and the answer that holds them all, must fit into a small process.
const MOST_LETTERS = 1_000_000;
const ROWS_AT_ONCE = 250;
const headings = { en: en.audit, hi: hi.audit };

function lineOf(entry: ReturnType<typeof toAuditEntry>): string {
  return csvLine([
    entry.at instanceof Date ? entry.at.toISOString() : entry.at,
    entry.actorName ?? '',
    entry.name,
    entry.tenantName,
    `${entry.subjectKind} ${entry.subjectId}`,
    entry.changes.map(({ field, before, after }) => `${field}: ${before ?? ''} → ${after ?? ''}`).join('; '),
  ]);
}

/** The newest lines that fit. A few rows at a time: how long a row is, is not known before it is read. */
async function newestLines(db: ChangeScope['db'], where: SQL | undefined) {
  const lines: string[] = [];
  let letters = 0;
  for (let before: string | undefined; ; ) {
    const rows = await db
      .select(auditColumns)
      .from(domainEvents)
      .leftJoin(tenants, eq(tenants.id, domainEvents.tenantId))
      .where(and(where, before === undefined ? undefined : lt(domainEvents.id, before)))
      .orderBy(desc(domainEvents.id))
      .limit(ROWS_AT_ONCE);
    for (const row of rows) {
      const line = lineOf(toAuditEntry(row));
      letters += line.length;
      if (lines.length === MOST_ROWS || letters > MOST_LETTERS) return { lines, complete: false };
      lines.push(line);
    }
    before = rows.at(-1)?.id;
    if (rows.length < ROWS_AT_ONCE) return { lines, complete: true };
  }
}

/** Who took them out is itself in the trail. */
export async function exportAudit({ db, request, services }: ChangeScope, filters: z.output<typeof auditExportInput>) {
  const { lines, complete } = await newestLines(db, auditWhere(filters));
  const { time, who, what, tenant, subject, changes } = headings[request.locale];
  db.record({
    name: 'audit.exported',
    subject: { kind: 'export', id: randomUUID() },
    after: { rows: lines.length, filter: filters },
  });
  const today = services.clock.now().toISOString().slice(0, 10);
  return {
    fileName: `studyspot-audit-${today}.csv`,
    csv: csvFile([csvLine([time, who, what, tenant, subject, changes]), ...lines]),
    rows: lines.length,
    complete,
  };
}
