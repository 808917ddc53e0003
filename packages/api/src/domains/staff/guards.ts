import { isDeepStrictEqual } from 'node:util';
import { and, eq, isNull } from '@studyspot/db/query';
import { memberships } from '@studyspot/db/schema/tenants';
import type { Actor, ChangeHandle } from '@studyspot/db/tenancy/scope';
import { AppError } from '../../errors/app-error.ts';
import type { Member } from './member-row.ts';
import { mayChange, type Rights, rightsFaults } from './rules.ts';

/** Refuses rights that do not exist here, and a grant or a change beyond what the actor holds. */
export function mayGrant(actor: Actor, before: Rights | null, after: Rights | null): void {
  const fields = after ? rightsFaults(actor.tenantKind, after) : [];
  if (fields.length > 0) throw new AppError('validation', { fields });
  if (mayChange(actor, before, after, actor.tenantKind)) return;
  throw new AppError('insufficient_permissions', {
    fields: [{ path: 'role', message: 'moreThanHeld' }],
    details: { reason: 'more_than_held' },
  });
}

export function mustBeSomeoneElse(actor: Actor, target: Member): void {
  if (target.userId !== actor.userId) return;
  throw new AppError('insufficient_permissions', {
    fields: [{ path: 'role', message: 'ownRights' }],
    details: { reason: 'own_rights' },
  });
}

/**
 * One change of staff at a time, by someone whose rights are still those that the gate read. Since only the top role
 * changes the top role, and nobody themselves, this also keeps the last one at the top: whoever acts is left.
 */
export async function lockStaff(db: ChangeHandle, actor: Actor): Promise<void> {
  await db.lock('staff');
  const [now] = await db
    .select({ role: memberships.role, added: memberships.added, removed: memberships.removed })
    .from(memberships)
    .where(and(eq(memberships.id, actor.membershipId), isNull(memberships.removedAt)));
  const { role, added, removed } = actor;
  if (!isDeepStrictEqual(now, { role, added, removed }))
    throw new AppError('changed_meanwhile', { details: { reason: 'own_rights_changed' } });
}
