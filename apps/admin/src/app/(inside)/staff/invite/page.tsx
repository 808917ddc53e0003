import { titledInside } from '@studyspot/portal/shell/titled';
import { InviteScreen } from '../../../../features/staff/invite-screen.tsx';
import { page } from '../../../../shell/session.ts';

export const generateMetadata = titledInside('staff', 'newTitle');

export default page({ needs: 'users:create', words: ['staff', 'fields', 'permissions'] }, async () => <InviteScreen />);
