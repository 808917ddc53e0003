import { TodayPage, todayWords } from '@studyspot/portal/home/today-page';
import { titledInside } from '@studyspot/portal/shell/titled';
import * as announcements from '../../features/announcements/announcements-today.tsx';
import * as libraries from '../../features/libraries/libraries-today.tsx';
import { librariesOfToday } from '../../features/libraries/library-address.ts';
import { activeStaff, invitedStaff } from '../../features/staff/staff-address.ts';
import * as staff from '../../features/staff/staff-today.tsx';
import { studentsOfToday } from '../../features/students/student-address.ts';
import * as students from '../../features/students/students-today.tsx';
import { page } from '../../shell/session.ts';

export const generateMetadata = titledInside('home');

export default page({ words: [...todayWords, 'announcements', 'libraries'] }, async ({ load, me, may }) => {
  await Promise.all([
    may('announcements:read') ? load.announcements.board() : null,
    may('libraries:read') ? load.libraries.list(librariesOfToday) : null,
    may('students:read') ? load.students.list(studentsOfToday) : null,
    ...(may('users:read') ? [load.staff.list(invitedStaff), load.staff.list(activeStaff)] : []),
  ]);
  return <TodayPage me={me} parts={[announcements, libraries, students, staff]} />;
});
