import { NewPage } from '@studyspot/portal/page/new-page';
import { titledInside } from '@studyspot/portal/shell/titled';
import { announcementAddress } from '../../../../features/announcements/announcement-address.ts';
import { AnnouncementForm } from '../../../../features/announcements/announcement-form.tsx';
import { page } from '../../../../shell/session.ts';

export const generateMetadata = titledInside('announcements', 'newTitle');

const words = ['announcements', 'fields', 'tenantPick'];

export default page({ needs: 'announcements:publish', words }, async () => (
  <NewPage words="announcements" list={announcementAddress.path}>
    <AnnouncementForm announcement={null} />
  </NewPage>
));
