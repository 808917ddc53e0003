import { listInput, readListQuery } from '@studyspot/portal/list/list-query';
import { given, type SearchParams } from '@studyspot/portal/shell/search-params';
import { titledInside } from '@studyspot/portal/shell/titled';
import { staffAddress } from '../../../features/staff/staff-address.ts';
import { StaffScreen } from '../../../features/staff/staff-screen.tsx';
import { page } from '../../../shell/session.ts';

export const generateMetadata = titledInside('staff');

export default page(
  { needs: 'users:read', words: ['staff', 'list'] },
  async ({ load }, { searchParams }: { searchParams: SearchParams }) => {
    const asked = listInput(readListQuery(staffAddress, await given(searchParams)));
    await Promise.all([load.platformStaff.list(asked), load.views.mine({ list: 'platformStaff' })]);
    return <StaffScreen />;
  },
);
