import { and, eq, getTableColumns, inArray, isNull, sql } from '@studyspot/db/query';
import { announcements } from '@studyspot/db/schema/announcements';
import { tenants } from '@studyspot/db/schema/tenants';
import type { ReadHandle } from '@studyspot/db/tenancy/scope';
import type * as z from 'zod/mini';
import { AppError } from '../../errors/app-error.ts';
import type { Stage } from './rules.ts';
import type { announcement } from './schema.ts';

export type AnnouncementRow = typeof announcements.$inferSelect;
export type AnnouncementDetail = z.input<typeof announcement>;

/** As `stageOf`, where the database must know it. */
export const stageNow = sql<Stage>`case
  when ${announcements.publishedAt} is null then 'draft'
  when ${announcements.endedAt} is not null or ${announcements.endsAt} <= now() then 'over'
  when ${announcements.startsAt} > now() then 'planned'
  else 'running' end`;

export const isThere = isNull(announcements.removedAt);

export async function detailOf(db: ReadHandle, id: string): Promise<AnnouncementDetail> {
  const [[row], [reach]] = await Promise.all([
    db
      .select({ ...getTableColumns(announcements), stage: stageNow })
      .from(announcements)
      .where(and(eq(announcements.id, id), isThere)),
    db.run(sql`select tenants, members, tenants_read as "tenantsRead", members_read as "membersRead"
      from wall.announcement_reach(${id}::uuid)`),
  ]);
  if (!row) throw new AppError('not_found');
  const audience =
    row.audience &&
    (await db
      .select({ id: tenants.id, name: tenants.name })
      .from(tenants)
      .where(inArray(tenants.id, row.audience))
      .orderBy(tenants.name));
  return { ...row, audience, reach: (reach as AnnouncementDetail['reach'] | undefined) ?? null };
}
