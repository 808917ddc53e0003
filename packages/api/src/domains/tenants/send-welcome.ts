import type * as z from 'zod/mini';
import { AppError } from '../../errors/app-error.ts';
import type { ChangeScope } from '../../procedures/builder.ts';
import { takeMailRoom } from '../identity/link/limit-mails.ts';
import type { tenantInput } from './schema.ts';
import { detailOf } from './tenant-row.ts';

/** Once more to the owner who has not begun yet. */
export async function sendWelcome({ db, actor, services }: ChangeScope, { id }: z.output<typeof tenantInput>) {
  const tenant = await detailOf(db, id);
  if (tenant.deletedAt) throw new AppError('deleted');
  const waiting = tenant.owners.find((owner) => !owner.accepted);
  if (!waiting) throw new AppError('changed_meanwhile', { details: { reason: 'accepted' } });
  takeMailRoom({ services, actor }, waiting.email);
  db.record({ name: 'tenant.welcomed_again', subject: { kind: 'tenant', id } });
  const subject = { kind: 'membership', id: waiting.membershipId };
  await db.asTenant(id, async (theirs) => theirs.record({ name: 'member.welcomed_again', subject }));
  return { done: true as const };
}
