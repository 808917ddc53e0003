import { eq } from '@studyspot/db/query';
import { domainEvents } from '@studyspot/db/schema/system';
import { tenants } from '@studyspot/db/schema/tenants';
import type * as z from 'zod/mini';
import type { ReadScope } from '../../../procedures/builder.ts';
import { listOf } from '../../../procedures/list-of.ts';
import { auditColumns, auditWhere, toAuditEntry } from './audit-row.ts';
import type { listAuditInput } from './schema.ts';

/** The trails of all tenants, through the platform's declared door. */
export async function listAudit({ db }: ReadScope, input: z.output<typeof listAuditInput>) {
  const page = await listOf(
    db,
    { ...input, filters: {} },
    {
      table: domainEvents,
      fields: auditColumns,
      joins: [{ table: tenants, on: eq(tenants.id, domainEvents.tenantId), optional: true }],
      where: auditWhere(input.filters),
      // ids are in the order of time
      sorts: { at: domainEvents.id },
    },
  );
  return { ...page, items: page.items.map(toAuditEntry) };
}
