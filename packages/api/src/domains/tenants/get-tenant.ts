import type * as z from 'zod/mini';
import type { ReadScope } from '../../procedures/builder.ts';
import type { tenantInput } from './schema.ts';
import { detailOf } from './tenant-row.ts';

export async function getTenant({ db }: ReadScope, { id }: z.output<typeof tenantInput>) {
  return await detailOf(db, id);
}
