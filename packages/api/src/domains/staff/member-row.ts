import { eq } from '@studyspot/db/query';
import { memberships } from '@studyspot/db/schema/tenants';
import type { ReadHandle } from '@studyspot/db/tenancy/scope';
import type * as z from 'zod/mini';
import { findRow } from '../../procedures/write.ts';
import type { Kind } from './rules.ts';
import type { member } from './schema.ts';

export type MemberRow = typeof memberships.$inferSelect;

export const memberColumns = {
  id: memberships.id,
  userId: memberships.userId,
  name: memberships.name,
  email: memberships.email,
  phone: memberships.phone,
  role: memberships.role,
  department: memberships.department,
  added: memberships.added,
  removed: memberships.removed,
  version: memberships.version,
  invitedAt: memberships.invitedAt,
  acceptedAt: memberships.acceptedAt,
  removedAt: memberships.removedAt,
  lastSignInAt: memberships.lastSignInAt,
  createdAt: memberships.createdAt,
};
export type Member = Pick<MemberRow, keyof typeof memberColumns>;

// The kind, since the platform may also read the members of libraries, who are not its staff.
export async function findMember(db: ReadHandle, kind: Kind, id: string): Promise<Member> {
  return await findRow(db, memberships, { id, within: eq(memberships.tenantKind, kind) });
}

export function stateOf(row: Pick<MemberRow, 'acceptedAt' | 'removedAt'>): 'invited' | 'active' | 'removed' {
  if (row.removedAt) return 'removed';
  return row.acceptedAt ? 'active' : 'invited';
}

export function toMember(row: Member, actor: { userId: string }): z.input<typeof member> {
  return { ...row, state: stateOf(row), self: row.userId === actor.userId };
}
