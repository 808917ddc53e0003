import { and, eq } from '@studyspot/db/query';
import { domainEvents } from '@studyspot/db/schema/system';
import { tenants } from '@studyspot/db/schema/tenants';
import type * as z from 'zod/mini';
import type { ReadScope } from '../../procedures/builder.ts';
import { countUpTo } from '../../procedures/count-up-to.ts';
import { pageOf } from '../../procedures/page-of.ts';
import { auditColumns, auditWhere, toAuditEntry } from './audit-row.ts';
import type { listAuditInput } from './schema.ts';

/** The trails of all tenants, through the platform's declared door. */
export async function listAudit({ db }: ReadScope, input: z.output<typeof listAuditInput>) {
  const where = auditWhere(input.filters);
  const page = await pageOf(input, {
    // ids are in the order of time
    sorts: { at: domainEvents.id },
    id: domainEvents.id,
    rows: ({ mark, after, orderBy, limit }) =>
      db
        .select({ ...auditColumns, mark })
        .from(domainEvents)
        .innerJoin(tenants, eq(tenants.id, domainEvents.tenantId))
        .where(and(where, after))
        .orderBy(...orderBy)
        .limit(limit),
    count: countUpTo(db, domainEvents, where),
  });
  return { ...page, items: page.items.map(toAuditEntry) };
}
