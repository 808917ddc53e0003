import { sql } from '@studyspot/db/query';
import type * as z from 'zod/mini';
import type { ReadScope } from '../../../procedures/builder.ts';
import type { board } from '../schema.ts';

/** What the platform announces to this business now, and which of it this member has read. */
export async function readBoard({ db, actor }: ReadScope) {
  const { membershipId } = await actor();
  const rows = await db.run(sql`
    select b.id, b.name, b.body, b.name_hi as "nameHi", b.body_hi as "bodyHi", b.importance, b.starts_at as "startsAt",
        b.ends_at as "endsAt", r.id is not null as "isRead"
      from wall.board() b
        left join announcement_reads r on r.announcement_id = b.id and r.member_id = ${membershipId}::uuid
      order by b.starts_at desc, b.id desc`);
  return rows as z.input<typeof board>;
}
