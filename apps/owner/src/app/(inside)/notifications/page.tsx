import { NoticeList } from '@studyspot/portal/notifications/notice-list';
import { noticesTitle } from '@studyspot/portal/notifications/notice-pages';
import { BoardSection } from '../../../features/announcements/board-section.tsx';
import { page } from '../../../shell/session.ts';

export const generateMetadata = noticesTitle;

const words = ['notifications', 'list', 'announcements'];

export default page({ needs: 'notifications:read', words }, async ({ load, may }) => {
  if (may('announcements:read')) await load.announcements.board();
  return (
    <NoticeList>
      <BoardSection />
    </NoticeList>
  );
});
