import { eq } from '@studyspot/db/query';
import { memberships } from '@studyspot/db/schema/tenants';
import type { ReadHandle } from '@studyspot/db/tenancy/scope';
import type * as z from 'zod/mini';
import { findRow } from '../../procedures/write.ts';
import type { Kind } from './rules.ts';
import type { member } from './schema.ts';

export type Member = typeof memberships.$inferSelect;

// The kind, since the platform may also read the members of libraries, who are not its staff.
export async function findMember(db: ReadHandle, kind: Kind, id: string): Promise<Member> {
  return await findRow(db, memberships, { id, within: eq(memberships.tenantKind, kind) });
}

export function stateOf(row: Pick<Member, 'acceptedAt' | 'removedAt'>): 'invited' | 'active' | 'removed' {
  if (row.removedAt) return 'removed';
  return row.acceptedAt ? 'active' : 'invited';
}

export function toMember(row: Member, actor: { userId: string }): z.input<typeof member> {
  return { ...row, state: stateOf(row), self: row.userId === actor.userId };
}
