import type { PgUpdateSetSource } from '@studyspot/db/query';
import { announcements } from '@studyspot/db/schema/announcements';
import type { ChangeScope } from '../../procedures/builder.ts';
import { writeVersioned } from '../../procedures/write.ts';
import { type AnnouncementDetail, type AnnouncementRow, detailOf, isThere } from './announcement-row.ts';
import { tellBoards } from './board/tell-boards.ts';
import { type Stage, stageOf } from './rules.ts';

type Decide = (before: AnnouncementRow, stage: Stage, now: Date) => PgUpdateSetSource<typeof announcements>;

/** One change of an announcement. Whoever has it before their eyes hears of that; one that has not begun nobody has. */
export async function writeAnnouncement(
  { db, services }: ChangeScope,
  { id, version }: { id: string; version: number },
  event: string,
  decide: Decide,
): Promise<AnnouncementDetail> {
  const now = services.clock.now();
  const at = { id, version, within: isThere };
  const { row } = await writeVersioned(db, announcements, at, event, (before) =>
    decide(before, stageOf(before, now), now),
  );
  if (row.toldAt !== null) tellBoards(db, row.audience);
  return await detailOf(db, id);
}
