import { eq } from '@studyspot/db/query';
import { memberships } from '@studyspot/db/schema/tenants';
import { AppError } from '../../errors/app-error.ts';
import type { ChangeScope } from '../../procedures/builder.ts';
import { writeVersioned } from '../../procedures/write.ts';
import { lockStaff, mayGrant, mustBeSomeoneElse } from './guards.ts';
import { toMember } from './member-row.ts';
import type { Rights } from './rules.ts';

type Values = Partial<typeof memberships.$inferSelect>;

/** One change of a member: never one's own, never beyond one's own rights. */
export async function writeMember(
  { db, actor }: ChangeScope,
  { id, version }: { id: string; version: number },
  change: { event: string; rights: Rights | null; values: Values },
) {
  await lockStaff(db, actor);
  const at = { id, version, within: eq(memberships.tenantKind, actor.tenantKind) };
  const { row } = await writeVersioned(db, memberships, at, change.event, (before) => {
    if (before.removedAt) throw new AppError('deleted');
    mustBeSomeoneElse(actor, before);
    mayGrant(actor, before, change.rights);
    return change.values;
  });
  return toMember(row, actor);
}
