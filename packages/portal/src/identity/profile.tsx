'use client';

import { Card } from '@studyspot/ui/card';
import { Notice } from '@studyspot/ui/notice';
import { PageHeader } from '@studyspot/ui/page-header';
import { StatusChip } from '@studyspot/ui/status-chip';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Answered } from '../data/answered.tsx';
import { shared } from '../shell/api-client.tsx';
import { agentOf } from './agent.tsx';
import { EmailForm } from './email-form.tsx';
import { PasswordForm, ProfileForm } from './profile-forms.tsx';
import { SessionList } from './session-list.tsx';
import { VerifyNotice } from './verify-notice.tsx';

export interface ProfileProps {
  /** When it was drawn: how long ago something was is said alike on both sides. */
  now: Date;
  /** What the link of a mail has just done. */
  notice: 'changed' | 'verified' | null;
  look: ReactNode;
  signOut: ReactNode;
}

export function Profile({ now, notice, look, signOut }: ProfileProps) {
  const t = useTranslations('profile');
  const done = useTranslations('signin.notices');
  const reading = shared.identity.me.useQuery();
  return (
    <>
      <PageHeader title={t('title')} />
      <div className="flex max-w-2xl flex-col gap-4 px-4 lg:px-8">
        {notice ? <Notice tone="success">{done(notice)}</Notice> : null}
        <Answered reading={reading}>
          {(me) => (
            <>
              {me.verified ? null : <VerifyNotice email={me.email} />}
              <Card id="you" title={t('you')} description={t('youHelp')}>
                <ProfileForm name={me.name} phone={me.phone} />
              </Card>
              <Card id="look" title={t('look')} description={t('lookHelp')}>
                <div className="max-w-xs">{look}</div>
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
            </>
          )}
        </Answered>
        <Card id="sessions" title={t('sessions')} description={t('sessionsHelp')} action={signOut}>
          <Sessions now={now} />
        </Card>
      </div>
    </>
  );
}

function Sessions({ now }: { now: Date }) {
  const t = useTranslations('profile');
  const format = useFormatter();
  const reading = shared.identity.sessions.useQuery();
  return (
    <Answered reading={reading}>
      {(sessions) => (
        <SessionList
          sessions={sessions.map((one) => {
            const { browser, system } = agentOf(one.agent ?? '');
            const used = new Date(one.usedAt);
            const ago = format.relativeTime(used, used > now ? used : now);
            return {
              id: one.id,
              here: one.current,
              device: system ? t('device', { browser: browser ?? t('unknownBrowser'), system }) : t('unknownDevice'),
              detail: one.address
                ? t('sessionDetail', { ago, address: one.address })
                : t('sessionDetailShort', { ago }),
            };
          })}
        />
      )}
    </Answered>
  );
}
