import { and, count, eq, isNotNull, isNull, ne } from '@studyspot/db/query';
import { memberships } from '@studyspot/db/schema/tenants';
import type { Actor, ChangeHandle } from '@studyspot/db/tenancy/scope';
import { AppError } from '../../errors/app-error.ts';
import type { Member } from './member-row.ts';
import { leavesNoTop, mayChange, type Rights, rightsFaults, topRole } from './rules.ts';

/** Refuses rights that do not exist here, and a grant or a change beyond what the actor holds. */
export function mayGrant(actor: Actor, before: Rights | null, after: Rights | null): void {
  const fields = after ? rightsFaults(actor.tenantKind, after) : [];
  if (fields.length > 0) throw new AppError(2001, { fields });
  if (mayChange(actor, before, after, actor.tenantKind)) return;
  throw new AppError(1004, {
    fields: [{ path: 'role', message: 'moreThanHeld' }],
    details: { reason: 'more_than_held' },
  });
}

export function mustBeSomeoneElse(actor: Actor, target: Member): void {
  if (target.userId !== actor.userId) return;
  throw new AppError(1004, { fields: [{ path: 'role', message: 'ownRights' }], details: { reason: 'own_rights' } });
}

/** Called under the lock `staff.top`: of two that race, the second sees what the first left. */
export async function mustLeaveTop(db: ChangeHandle, actor: Actor, target: Member, afterRole: string | null) {
  const kind = actor.tenantKind;
  const [others] = await db
    .select({ all: count() })
    .from(memberships)
    .where(
      and(
        eq(memberships.tenantKind, kind),
        eq(memberships.role, topRole(kind)),
        isNotNull(memberships.acceptedAt),
        isNull(memberships.removedAt),
        ne(memberships.id, target.id),
      ),
    );
  const left = { role: target.role, accepted: target.acceptedAt !== null };
  if (!leavesNoTop(kind, left, afterRole, others?.all ?? 0)) return;
  throw new AppError(2001, { fields: [{ path: 'role', message: 'lastOwner' }], details: { reason: 'last_owner' } });
}
