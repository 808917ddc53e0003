import { eq, sql } from '@studyspot/db/query';
import { announcements } from '@studyspot/db/schema/announcements';
import type * as z from 'zod/mini';
import type { ReadScope } from '../../procedures/builder.ts';
import { columnsOf, listOf } from '../../procedures/list-of.ts';
import { isThere, stageNow } from './announcement-row.ts';
import { announcementItem, type listAnnouncementsInput } from './schema.ts';

const addressed = sql<number | null>`cardinality(${announcements.audience})`;
const fields = columnsOf(announcements, announcementItem, { stage: stageNow, addressed });
const order = sql`array_position(array['running', 'planned', 'draft', 'over'], ${stageNow})`;

export const listAnnouncements = ({ db }: ReadScope, input: z.output<typeof listAnnouncementsInput>) =>
  listOf(db, input, {
    table: announcements,
    fields,
    where: isThere,
    search: [announcements.name, announcements.nameHi, announcements.body, announcements.bodyHi],
    filters: { stage: (stage) => eq(stageNow, stage) },
    sorts: { stage: { by: order, type: 'integer', nullable: false } },
  });
