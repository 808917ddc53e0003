import { and, eq, getTableColumns, isNotNull, isNull } from '@studyspot/db/query';
import { memberships } from '@studyspot/db/schema/tenants';
import type * as z from 'zod/mini';
import type { ReadScope } from '../../procedures/builder.ts';
import { listOf } from '../../procedures/list-of.ts';
import { toMember } from './member-row.ts';
import type { Kind } from './rules.ts';
import type { listPlatformStaffInput, listStaffInput } from './schema.ts';

type Input = z.output<typeof listStaffInput> | z.output<typeof listPlatformStaffInput>;

export const listStaff =
  (kind: Kind) =>
  async ({ db, actor }: ReadScope, input: Input) => {
    const { state, ...filters } = input.filters;
    const { removedAt, acceptedAt } = memberships;
    const page = await listOf(
      db,
      { ...input, filters },
      {
        table: memberships,
        fields: getTableColumns(memberships),
        where: and(
          eq(memberships.tenantKind, kind),
          state === 'removed' ? isNotNull(removedAt) : isNull(removedAt),
          state === 'invited' ? isNull(acceptedAt) : undefined,
          state === 'active' ? isNotNull(acceptedAt) : undefined,
        ),
        search: [memberships.name, memberships.email, memberships.phone],
      },
    );
    const person = await actor();
    return { ...page, items: page.items.map((row) => toMember(row, person)) };
  };
