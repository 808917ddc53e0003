import type * as z from 'zod/mini';
import { AppError } from '../../errors/app-error.ts';
import type { ChangeScope } from '../../procedures/builder.ts';
import { takeMailRoom } from '../identity/link/limit-mails.ts';
import { findMember, stateOf } from './member-row.ts';
import type { memberInput } from './schema.ts';

export async function resendInvitation({ db, actor, services }: ChangeScope, { id }: z.output<typeof memberInput>) {
  const found = await findMember(db, actor.tenantKind, id);
  if (stateOf(found) === 'removed') throw new AppError('deleted');
  if (stateOf(found) !== 'invited') throw new AppError('changed_meanwhile', { details: { reason: 'accepted' } });
  takeMailRoom({ services, actor }, found.email);
  db.record({ name: 'member.invited_again', subject: { kind: 'membership', id } });
  return { done: true as const };
}
