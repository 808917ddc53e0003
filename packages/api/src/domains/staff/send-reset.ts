import type * as z from 'zod/mini';
import { AppError } from '../../errors/app-error.ts';
import type { ChangeScope } from '../../procedures/builder.ts';
import { takeMailRoom } from '../identity/link/limit-mails.ts';
import { findMember, stateOf } from './member-row.ts';
import type { memberInput } from './schema.ts';

/** Has the person's own link mailed to their own address: nobody here sets a password or learns where it went. */
export async function sendReset({ db, actor, services }: ChangeScope, { id }: z.output<typeof memberInput>) {
  const found = await findMember(db, actor.tenantKind, id);
  if (stateOf(found) === 'removed') throw new AppError('deleted');
  if (stateOf(found) !== 'active') throw new AppError('changed_meanwhile', { details: { reason: 'not_accepted' } });
  takeMailRoom({ services, actor }, found.email);
  db.record({ name: 'member.reset_requested', subject: { kind: 'membership', id } });
  return { done: true as const };
}
