import type * as z from 'zod/mini';
import { AppError } from '../../errors/app-error.ts';
import type { AfterScope, ChangeScope } from '../../procedures/builder.ts';
import { mustHaveMailRoom } from '../identity/link/limit-mails.ts';
import { mailWelcome } from './mail-welcome.ts';
import type { tenantInput } from './schema.ts';
import { detailOf } from './tenant-row.ts';

/** Once more to the owner who has not begun yet. */
export async function sendWelcome({ db, actor, services }: ChangeScope, { id }: z.output<typeof tenantInput>) {
  const tenant = await detailOf(db, id);
  if (tenant.deletedAt) throw new AppError('deleted');
  const waiting = tenant.owners.find((owner) => !owner.accepted);
  if (!waiting) throw new AppError('changed_meanwhile', { details: { reason: 'accepted' } });
  mustHaveMailRoom({ services, actor }, waiting.email);
  db.record({ name: 'tenant.welcomed_again', subject: { kind: 'tenant', id } });
  return { tenantId: id, membershipId: waiting.membershipId };
}

export async function mailWelcomeAgain(scope: AfterScope, to: { tenantId: string; membershipId: string }) {
  return { mail: await mailWelcome(scope, to) };
}
