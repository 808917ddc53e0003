import { loaderOf } from '../data/load.tsx';
import { InsidePage } from '../page/inside-page.tsx';
import { LookSwitches } from '../shell/look-switches.tsx';
import { firstOf, type SearchParams } from '../shell/search-params.tsx';
import { caller, here } from '../shell/session.tsx';
import { titledInside } from '../shell/titled.tsx';
import { SignOutForm } from '../shell/user-menu.tsx';
import { Profile } from './profile.tsx';

export const profileTitle = titledInside('profile');

export async function ProfilePage({ searchParams }: { searchParams: SearchParams }) {
  const [known, load, asked] = await Promise.all([here(), caller().then(loaderOf), searchParams]);
  await Promise.all([load.identity.me(), load.identity.sessions()]);
  const notice = firstOf(asked.notice);
  return (
    <InsidePage here={known} words={['profile', 'fields', 'signin']}>
      <Profile
        now={new Date()}
        notice={notice === 'changed' || notice === 'verified' ? notice : null}
        look={<LookSwitches />}
        signOut={<SignOutForm />}
      />
    </InsidePage>
  );
}
