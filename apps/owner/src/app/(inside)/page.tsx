import { TodayPage, todayWords } from '@studyspot/portal/home/today-page';
import { titledInside } from '@studyspot/portal/shell/titled';
import * as libraries from '../../features/libraries/libraries-today.tsx';
import { librariesOfToday } from '../../features/libraries/library-address.ts';
import { activeStaff, invitedStaff } from '../../features/staff/staff-address.ts';
import * as staff from '../../features/staff/staff-today.tsx';
import { page } from '../../shell/session.ts';

export const generateMetadata = titledInside('home');

export default page({ words: [...todayWords, 'libraries'] }, async ({ load, me, may }) => {
  await Promise.all([
    may('libraries:read') ? load.libraries.list(librariesOfToday) : null,
    ...(may('users:read') ? [load.staff.list(invitedStaff), load.staff.list(activeStaff)] : []),
  ]);
  return <TodayPage me={me} parts={[libraries, staff]} />;
});
