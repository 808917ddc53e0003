import { sql } from '@studyspot/db/query';
import type * as z from 'zod/mini';
import type { ReadScope } from '../../../procedures/builder.ts';
import type { givenUp, givenUpInput } from './schema.ts';

/** What nobody tries any more until somebody says so, the last first. */
export async function listGivenUp({ db }: ReadScope, { kind, tenantId, limit }: z.output<typeof givenUpInput>) {
  const rows = await db.run(sql`
    select id, tenant as "tenantId", tenant_name as "tenantName", kind, attempts, error, changed_at as at
      from jobs.given_up(${kind ?? null}, ${tenantId ?? null}::uuid, null, ${limit}::int)`);
  return rows as z.input<typeof givenUp>;
}
