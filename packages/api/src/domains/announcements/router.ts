import { nothing } from '../../fields.ts';
import { exportOf } from '../../procedures/export-of.ts';
import { listOutput } from '../../procedures/list.ts';
import { platformProcedure } from '../../procedures/platform.ts';
import { router } from '../../procedures/router.ts';
import { tenantProcedure } from '../../procedures/tenant.ts';
import { timelineOf } from '../../procedures/timeline.ts';
import { readAnnouncements } from './board/read-announcements.ts';
import { readBoard } from './board/read-board.ts';
import { createAnnouncement } from './create-announcement.ts';
import { endAnnouncement } from './end-announcement.ts';
import { getAnnouncement } from './get-announcement.ts';
import { listAnnouncements } from './list-announcements.ts';
import { publishAnnouncement } from './publish-announcement.ts';
import { removeAnnouncement } from './remove-announcement.ts';
import * as schema from './schema.ts';
import { updateAnnouncement } from './update-announcement.ts';

const { announcement, announcementInput, announcementItem, announcementVersionInput, listAnnouncementsInput } = schema;

export const platformAnnouncementsRouter = router({
  list: platformProcedure('announcements:read')
    .input(listAnnouncementsInput)
    .output(listOutput(announcementItem))
    .reads(listAnnouncements),
  export: exportOf(platformProcedure('announcements:read'), 'announcement', listAnnouncements, [
    listAnnouncementsInput,
    announcementItem,
  ]),
  get: platformProcedure('announcements:read').input(announcementInput).output(announcement).reads(getAnnouncement),
  timeline: timelineOf(platformProcedure('announcements:read'), 'announcement', getAnnouncement),
  create: platformProcedure('announcements:publish')
    .input(schema.createAnnouncementInput)
    .output(announcement)
    .creates(createAnnouncement),
  update: platformProcedure('announcements:publish')
    .input(schema.updateAnnouncementInput)
    .output(announcement)
    .changes(updateAnnouncement),
  publish: platformProcedure('announcements:publish')
    .input(announcementVersionInput)
    .output(announcement)
    .changes(publishAnnouncement),
  end: platformProcedure('announcements:publish')
    .input(announcementVersionInput)
    .output(announcement)
    .changes(endAnnouncement),
  remove: platformProcedure('announcements:publish')
    .input(announcementVersionInput)
    .output(announcementInput)
    .changes(removeAnnouncement),
});

export const announcementsRouter = router({
  board: tenantProcedure('announcements:read').input(nothing).output(schema.board).reads(readBoard),
  read: tenantProcedure('announcements:read')
    .input(schema.readAnnouncementsInput)
    .output(schema.unreadAnnouncements)
    .changes(readAnnouncements),
});
