import { safePath } from '@studyspot/api/sign-in/safe-path';
import { Notice } from '@studyspot/ui/notice';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { csrfToken } from '../shell/csrf.tsx';
import { DoorPage } from '../shell/door-page.tsx';
import { firstOf, type SearchParams } from '../shell/search-params.tsx';
import { isSignedIn } from '../shell/session.tsx';
import { titled } from '../shell/titled.tsx';
import { Words } from '../shell/words.tsx';
import { Leave } from './leave.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { KeepTypedAddress } from './typed-address.tsx';

const notices = new Set(['done', 'reset', 'accepted', 'verified', 'device', 'changed', 'signedout']);
/** Answers to a try: who tries again need not write the address again. */
const refusals = new Set(['1005', '4005', '6003']);

/**
 * Where the sign-in page leads someone who is signed in: what a link of a mail has done is told on the profile, and a place
 * that was joined stands among the others.
 */
function insidePath(notice: string | undefined): string {
  if (notice === 'accepted') return '/choose';
  return notice === 'changed' || notice === 'verified' ? `/profile?notice=${notice}` : '/';
}

export const signInTitle = titled('signin');

export async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await searchParams;
  const [error, reason, notice] = [firstOf(asked.error), firstOf(asked.reason), firstOf(asked.notice)];
  if (await isSignedIn()) redirect(insidePath(notice));
  const t = await getTranslations('signin');
  // `retry` is in seconds.
  const minutes = Math.max(1, Math.ceil(Number(firstOf(asked.retry) ?? 0) / 60));
  const why = [reason, error].find((key) => key && t.has(`errors.${key}`)) ?? 'other';
  return (
    <DoorPage title={t('title')} lead={t('lead')}>
      <div className="flex flex-col gap-5">
        {error ? (
          <Notice tone={why === '1003' || why === '1001' ? 'info' : 'danger'} urgent>
            {t(`errors.${why}`, { minutes })}
          </Notice>
        ) : null}
        {notice && notices.has(notice) ? <Notice tone="success">{t(`notices.${notice}`)}</Notice> : null}
        <Leave hasSignedOut={notice === 'signedout'} />
        <Words names={[]}>
          <KeepTypedAddress>
            <SignInForm
              csrf={await csrfToken()}
              next={safePath(firstOf(asked.callbackUrl))}
              refused={refusals.has(error ?? '')}
              labels={{ email: t('email'), password: t('password'), submit: t('submit'), forgot: t('forgot') }}
            />
          </KeepTypedAddress>
        </Words>
      </div>
    </DoorPage>
  );
}
