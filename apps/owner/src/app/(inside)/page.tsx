import { TodayPage } from '@studyspot/portal/home/today-page';
import { titled } from '@studyspot/portal/shell/titled';
import { librariesToday } from '../../features/libraries/libraries-today.ts';
import { staffToday } from '../../features/staff/staff-today.ts';
import { session } from '../../shell/session.ts';

export const generateMetadata = titled('home');

export default async function Page() {
  const here = await session();
  return <TodayPage me={here.me} parts={await Promise.all([librariesToday(here), staffToday(here)])} />;
}
