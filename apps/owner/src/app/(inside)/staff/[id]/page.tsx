import { recordRoute } from '@studyspot/portal/page/record-route';
import { MemberScreen } from '../../../../features/staff/member-screen.tsx';
import { session } from '../../../../shell/session.ts';

const { generateMetadata, Page } = recordRoute(
  session,
  { needs: 'users:read', words: ['staff', 'permissions', 'letters'] },
  ({ load }) => load.staff,
  MemberScreen,
  ({ load }) => load.staff.letters,
);

export { generateMetadata, Page as default };
