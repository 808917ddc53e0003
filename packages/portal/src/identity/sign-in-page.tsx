import { Notice } from '@studyspot/ui/notice';
import { getTranslations } from 'next-intl/server';
import { csrfToken } from '../shell/csrf.tsx';
import { DoorPage } from '../shell/door-page.tsx';
import { Words } from '../shell/words.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** Where to go on after signing in: a path of this portal and nothing else. */
export function safePath(next: string | undefined): string {
  return next && /^\/(?![/\\])[\w\-./?=&%]*$/.test(next) && !next.startsWith('/signin') ? next : '/';
}

const notices = new Set(['done', 'reset', 'accepted', 'verified', 'changed', 'signedout']);

/** Where the sign-in page leads someone who is signed in: what a link of a mail has done is told on the profile. */
export function insidePath(notice: string | undefined): string {
  return notice === 'changed' || notice === 'verified' ? `/profile?notice=${notice}` : '/';
}

export interface SignInPageProps {
  error: string | undefined;
  notice: string | undefined;
  reason: string | undefined;
  callbackUrl: string | undefined;
  /** Seconds until another try makes sense. */
  retry: string | undefined;
}

export async function SignInPage({ error, notice, reason, callbackUrl, retry }: SignInPageProps) {
  const t = await getTranslations('signin');
  const minutes = Math.max(1, Math.ceil(Number(retry ?? 0) / 60));
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
        <Words names={[]}>
          <SignInForm
            csrf={await csrfToken()}
            next={safePath(callbackUrl)}
            wrong={error === '1005'}
            labels={{ email: t('email'), password: t('password'), submit: t('submit'), forgot: t('forgot') }}
          />
        </Words>
      </div>
    </DoorPage>
  );
}
