import { recordRoute } from '@studyspot/portal/page/record-route';
import { AnnouncementRecord } from '../../../../features/announcements/announcement-record.tsx';
import { session } from '../../../../shell/session.ts';

const { generateMetadata, Page } = recordRoute(
  session,
  { needs: 'announcements:read', words: ['announcements', 'tenantPick'] },
  ({ load }) => load.announcements,
  AnnouncementRecord,
);

export { generateMetadata, Page as default };
