import type * as z from 'zod/mini';
import { AppError } from '../../errors/app-error.ts';
import { mailMember } from '../../letters/mail-member.ts';
import type { AfterScope, ChangeScope } from '../../procedures/builder.ts';
import { mustHaveMailRoom } from '../identity/link/limit-mails.ts';
import { findMember, stateOf } from './member-row.ts';
import type { memberInput } from './schema.ts';

/** Mails the person's own link to their own address: nobody here sets a password or learns where it went. */
export async function sendReset({ db, actor, services }: ChangeScope, { id }: z.output<typeof memberInput>) {
  const found = await findMember(db, actor.tenantKind, id);
  if (stateOf(found) === 'removed') throw new AppError('deleted');
  if (stateOf(found) !== 'active') throw new AppError('changed_meanwhile', { details: { reason: 'not_accepted' } });
  mustHaveMailRoom({ services, actor }, found.email);
  db.record({ name: 'member.reset_requested', subject: { kind: 'membership', id } });
  return { id };
}

export async function mailReset(scope: AfterScope, { id }: { id: string }) {
  const { portal } = scope.services.urls;
  return { mail: await mailMember(scope, { kind: 'reset', membershipId: id, portal }) };
}
