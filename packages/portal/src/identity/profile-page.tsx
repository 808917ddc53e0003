import { Card } from '@studyspot/ui/card';
import { Notice } from '@studyspot/ui/notice';
import { PageHeader } from '@studyspot/ui/page-header';
import { StatusChip } from '@studyspot/ui/status-chip';
import { getFormatter, getTranslations } from 'next-intl/server';
import { answer } from '../shell/answer.tsx';
import { LookSwitches } from '../shell/look-switches.tsx';
import { firstOf, type SearchParams } from '../shell/search-params.tsx';
import { caller, here } from '../shell/session.tsx';
import { titled } from '../shell/titled.tsx';
import { SignOutForm } from '../shell/user-menu.tsx';
import { Words } from '../shell/words.tsx';
import { agentOf } from './agent.tsx';
import { EmailForm } from './email-form.tsx';
import { PasswordForm, ProfileForm } from './profile-forms.tsx';
import { SessionList } from './session-list.tsx';
import { VerifyNotice } from './verify-notice.tsx';

export const profileTitle = titled('profile');

export async function ProfilePage({ searchParams }: { searchParams: SearchParams }) {
  const [{ me }, api, asked] = await Promise.all([here(), caller(), searchParams]);
  const sessions = await answer(api.identity.sessions());
  // What the link of a mail has just done.
  const notice = firstOf(asked.notice);
  const [t, done, format] = await Promise.all([
    getTranslations('profile'),
    getTranslations('signin.notices'),
    getFormatter(),
  ]);
  const now = new Date();
  const rows = sessions.map((one) => {
    const { browser, system } = agentOf(one.agent ?? '');
    const ago = format.relativeTime(new Date(one.usedAt), now);
    return {
      id: one.id,
      here: one.current,
      device: system ? t('device', { browser: browser ?? t('unknownBrowser'), system }) : t('unknownDevice'),
      detail: one.address ? t('sessionDetail', { ago, address: one.address }) : t('sessionDetailShort', { ago }),
    };
  });
  return (
    <>
      <PageHeader title={t('title')} />
      <div className="flex max-w-2xl flex-col gap-4 px-4 lg:px-8">
        {notice === 'changed' || notice === 'verified' ? <Notice tone="success">{done(notice)}</Notice> : null}
        <Words names={['profile', 'fields']}>
          {me.verified ? null : <VerifyNotice email={me.email} />}
          <Card id="you" title={t('you')} description={t('youHelp')}>
            <ProfileForm name={me.name} phone={me.phone} locale={me.locale} />
          </Card>
          <Card id="look" title={t('look')} description={t('lookHelp')}>
            <div className="max-w-xs">
              <LookSwitches />
            </div>
          </Card>
          <Card id="email" title={t('email')} description={t('emailHelp')}>
            <p className="mb-5 flex flex-wrap items-center gap-2 text-sm">
              <span className="text-text-muted">{t('emailNow')}</span>
              <span className="break-all font-medium">{me.email}</span>
              <StatusChip tone={me.verified ? 'success' : 'warning'}>
                {t(me.verified ? 'verified' : 'notVerified')}
              </StatusChip>
            </p>
            <EmailForm email={me.email} />
          </Card>
          <Card id="password" title={t('password')} description={t('passwordHelp')}>
            <PasswordForm email={me.email} />
          </Card>
          <Card id="sessions" title={t('sessions')} description={t('sessionsHelp')} action={<SignOutForm />}>
            <SessionList sessions={rows} />
          </Card>
        </Words>
      </div>
    </>
  );
}
