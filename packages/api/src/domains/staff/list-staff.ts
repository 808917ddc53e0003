import { and, eq, ilike, isNotNull, isNull, or } from '@studyspot/db/query';
import { memberships } from '@studyspot/db/schema/tenants';
import type * as z from 'zod/mini';
import { containing } from '../../pattern.ts';
import type { ReadScope } from '../../procedures/builder.ts';
import { countUpTo } from '../../procedures/count-up-to.ts';
import { pageOf } from '../../procedures/page-of.ts';
import { memberColumns, toMember } from './member-row.ts';
import type { Kind } from './rules.ts';
import type { listPlatformStaffInput, listStaffInput } from './schema.ts';

type Input = z.output<typeof listStaffInput> | z.output<typeof listPlatformStaffInput>;

export const listStaff =
  (kind: Kind) =>
  async ({ db, actor }: ReadScope, input: Input) => {
    const { q, role, state } = input.filters;
    const text = containing(q);
    const where = and(
      eq(memberships.tenantKind, kind),
      state === 'removed' ? isNotNull(memberships.removedAt) : isNull(memberships.removedAt),
      state === 'invited' ? isNull(memberships.acceptedAt) : undefined,
      state === 'active' ? isNotNull(memberships.acceptedAt) : undefined,
      text === undefined ? undefined : or(ilike(memberships.name, text), ilike(memberships.email, text)),
      role && eq(memberships.role, role),
    );
    const page = await pageOf(input, {
      sorts: { name: memberships.name, createdAt: memberships.createdAt },
      id: memberships.id,
      rows: ({ mark, after, orderBy, limit }) =>
        db
          .select({ ...memberColumns, mark })
          .from(memberships)
          .where(and(where, after))
          .orderBy(...orderBy)
          .limit(limit),
      count: countUpTo(db, memberships, where),
    });
    const person = await actor();
    return { ...page, items: page.items.map((row) => toMember(row, person)) };
  };
