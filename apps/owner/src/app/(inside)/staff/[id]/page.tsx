import { titled } from '@studyspot/portal/shell/titled';
import { MemberScreen } from '../../../../features/staff/member-screens.tsx';
import { page } from '../../../../shell/session.ts';

export const generateMetadata = titled('staff');

export default page(
  { needs: 'users:read', words: ['staff', 'fields', 'permissions'] },
  async ({ load }, { params }: { params: Promise<{ id: string }> }) => {
    const { id } = await params;
    await load.staff.get({ id });
    return <MemberScreen id={id} />;
  },
);
