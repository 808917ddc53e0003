import { nothing } from '../../fields.ts';
import { listOutput } from '../../procedures/list.ts';
import { platformProcedure } from '../../procedures/platform.ts';
import { router } from '../../procedures/router.ts';
import { tenantProcedure } from '../../procedures/tenant.ts';
import { chooseNotices } from './choose-notices.ts';
import { countUnread } from './count-unread.ts';
import { listNotices } from './list-notices.ts';
import { clearNotices, readAllNotices, readNotices, restoreNotices } from './mark-notices.ts';
import { noticeChoices } from './notice-choices.ts';
import * as schema from './schema.ts';

const { listNoticesInput, notice, noticesInput, unreadCount, noticeChoices: choices, chooseNoticesInput } = schema;

const routerOf = (of: typeof tenantProcedure) =>
  router({
    list: of('notifications:read').input(listNoticesInput).output(listOutput(notice)).reads(listNotices),
    count: of('notifications:read').input(nothing).output(unreadCount).reads(countUnread),
    read: of('notifications:read').input(noticesInput).output(unreadCount).changes(readNotices),
    readAll: of('notifications:read').input(nothing).output(unreadCount).changes(readAllNotices),
    clear: of('notifications:read').input(noticesInput).output(unreadCount).changes(clearNotices),
    restore: of('notifications:read').input(noticesInput).output(unreadCount).changes(restoreNotices),
    choices: of('notifications:read').input(nothing).output(choices).reads(noticeChoices),
    choose: of('notifications:read').input(chooseNoticesInput).output(choices).changes(chooseNotices),
  });

export const notificationsRouter = routerOf(tenantProcedure);
export const platformNotificationsRouter = routerOf(platformProcedure);
