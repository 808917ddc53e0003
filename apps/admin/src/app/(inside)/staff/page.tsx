import { listInput } from '@studyspot/portal/list/list-query';
import { listRoute } from '@studyspot/portal/page/list-route';
import { staffAddress } from '../../../features/staff/staff-address.ts';
import { StaffScreen } from '../../../features/staff/staff-screen.tsx';
import { session } from '../../../shell/session.ts';

const { generateMetadata, Page } = listRoute(
  session,
  {
    of: 'platformStaff',
    words: 'staff',
    record: ['permissions', 'letters'],
    needs: 'users:read',
    address: staffAddress,
  },
  ({ load }, query) => load.platformStaff.list(listInput(query)),
  StaffScreen,
);

export { generateMetadata, Page as default };
