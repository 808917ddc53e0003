import { TENANT_STATUSES } from '@studyspot/api/domains/tenants/names';
import { TodayPage, todayWords } from '@studyspot/portal/home/today-page';
import { titledInside } from '@studyspot/portal/shell/titled';
import * as health from '../../features/jobs/health-today.tsx';
import * as libraries from '../../features/libraries/libraries-today.tsx';
import { waitingLibraries } from '../../features/libraries/library-address.ts';
import { invitedStaff } from '../../features/staff/staff-address.ts';
import * as staff from '../../features/staff/staff-today.tsx';
import { tenantsOfToday } from '../../features/tenants/tenant-address.ts';
import * as tenants from '../../features/tenants/tenants-today.tsx';
import { page } from '../../shell/session.ts';

export const generateMetadata = titledInside('home');

export default page({ words: todayWords }, async ({ load, me, may }) => {
  await Promise.all([
    ...(may('tenants:read') ? TENANT_STATUSES.map((status) => load.tenants.list(tenantsOfToday(status))) : []),
    may('libraries:approve') ? load.libraries.list(waitingLibraries) : null,
    may('system:health') ? load.jobs.health({}) : null,
    may('users:read') ? load.platformStaff.list(invitedStaff) : null,
  ]);
  return <TodayPage me={me} parts={[health, libraries, tenants, staff]} />;
});
