import { and, eq, sql } from '@studyspot/db/query';
import { memberships } from '@studyspot/db/schema/tenants';
import { AppError } from '../../errors/app-error.ts';
import type { ChangeScope } from '../../procedures/builder.ts';
import { lockStaff, mayGrant, mustBeSomeoneElse } from './guards.ts';
import { findMember, toMember } from './member-row.ts';
import type { Rights } from './rules.ts';

type Values = Partial<typeof memberships.$inferInsert>;

/** One change of a member: never one's own, never beyond one's own rights. */
export async function writeMember(
  { db, actor }: ChangeScope,
  { id, version }: { id: string; version: number },
  change: { event: string; rights: Rights | null; values: Values },
) {
  await lockStaff(db, actor);
  const before = await findMember(db, actor.tenantKind, id);
  if (before.version !== version) throw new AppError('changed_meanwhile');
  if (before.removedAt) throw new AppError('deleted');
  mustBeSomeoneElse(actor, before);
  mayGrant(actor, before, change.rights);
  const [after] = await db
    .update(memberships)
    .set({ ...change.values, version: version + 1, updatedAt: sql`now()` })
    .where(and(eq(memberships.id, id), eq(memberships.version, version)))
    .returning();
  if (!after) throw new AppError('changed_meanwhile');
  db.record({ name: change.event, subject: { kind: 'membership', id }, before, after });
  return toMember(after, actor);
}
