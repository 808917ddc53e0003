import { eq } from '@studyspot/db/query';
import { libraries } from '@studyspot/db/schema/libraries';
import { tenants } from '@studyspot/db/schema/tenants';
import { AppError } from '../../../errors/app-error.ts';
import type { ReadScope } from '../../../procedures/builder.ts';
import { itsTenant } from '../../../procedures/of-tenant.ts';
import { shownLibrary } from '../library-row.ts';

export const customer = { customerId: tenants.id, customerName: tenants.name };

/** With the business that it is of. */
export async function getPlatformLibrary({ db }: Pick<ReadScope, 'db'>, { id }: { id: string }) {
  const [found] = await db
    .select({ library: libraries, ...customer })
    .from(libraries)
    .innerJoin(tenants, itsTenant(libraries))
    .where(eq(libraries.id, id));
  if (!found) throw new AppError('not_found');
  const { library, ...of } = found;
  return { ...shownLibrary(library), ...of };
}
