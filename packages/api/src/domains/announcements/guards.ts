import { and, count, inArray, isNull } from '@studyspot/db/query';
import { tenants } from '@studyspot/db/schema/tenants';
import type { ReadHandle } from '@studyspot/db/tenancy/scope';
import { AppError } from '../../errors/app-error.ts';
import { isCustomer } from '../tenants/tenant-row.ts';
import { endFault, type Stage } from './rules.ts';

interface Lasting {
  startsAt: Date;
  endsAt: Date;
}

export function mustEnd(lasting: Lasting, stage: Stage, now: Date): void {
  const fault = endFault(lasting, stage, now);
  if (fault !== null) throw new AppError('validation', { fields: [{ path: 'endsAt', message: fault }] });
}

export function mustBe(stage: Stage, wanted: readonly Stage[]): void {
  if (!wanted.includes(stage)) throw new AppError('changed_meanwhile', { details: { reason: stage } });
}

/** Each of them is a customer who is still there. */
export async function mustBeCustomers(db: ReadHandle, audience: readonly string[] | null | undefined): Promise<void> {
  if (!audience) return;
  const [found] = await db
    .select({ all: count() })
    .from(tenants)
    .where(and(inArray(tenants.id, [...audience]), isCustomer, isNull(tenants.deletedAt)));
  if (found?.all !== audience.length)
    throw new AppError('validation', { fields: [{ path: 'audience', message: 'notFound' }] });
}
