import { listInput } from '@studyspot/portal/list/list-query';
import { listRoute } from '@studyspot/portal/page/list-route';
import { announcementAddress } from '../../../features/announcements/announcement-address.ts';
import { AnnouncementList } from '../../../features/announcements/announcement-list.tsx';
import { session } from '../../../shell/session.ts';

const { generateMetadata, Page } = listRoute(
  session,
  { of: 'announcements', record: ['fields'], needs: 'announcements:read', address: announcementAddress },
  ({ load }, query) => load.announcements.list(listInput(query)),
  AnnouncementList,
);

export { generateMetadata, Page as default };
