import { ButtonLink } from '@studyspot/ui/button';
import { getTranslations } from 'next-intl/server';
import { answer } from './answer.tsx';
import { AskAgain } from './ask-again.tsx';
import { DoorPage } from './door-page.tsx';
import { caller } from './session.tsx';
import { titled } from './titled.tsx';
import { SignOutForm } from './user-menu.tsx';
import { Words } from './words.tsx';

export const suspendedTitle = titled('states', 'suspendedTitle');
export const expiredTitle = titled('states', 'expiredTitle');

async function BlockedPage({ why }: { why: 'suspended' | 'expired' }) {
  const api = await caller();
  const [t, choose, me, { email }] = await Promise.all([
    getTranslations('states'),
    getTranslations('choose'),
    answer(api.identity.me()),
    answer(api.identity.support()),
  ]);
  const tenant = me.tenant?.name;
  const lead = why === 'expired' ? t('expired') : tenant ? t('suspended', { tenant }) : t('suspendedPlain');
  return (
    <DoorPage title={t(`${why}Title`)} lead={lead}>
      <p className="mb-4">
        {t.rich('writeTo', {
          email,
          link: (address) => (
            <a href={`mailto:${email}`} className="inline-flex min-h-11 items-center break-all text-primary underline">
              {address}
            </a>
          ),
        })}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <ButtonLink look="primary" href="/">
          {t('tryAgain')}
        </ButtonLink>
        {me.choices > 1 ? <ButtonLink href="/choose">{choose('title')}</ButtonLink> : null}
        <SignOutForm />
      </div>
      {why === 'suspended' ? (
        <Words names={['states']}>
          <AskAgain />
        </Words>
      ) : null}
    </DoorPage>
  );
}

export function SuspendedPage() {
  return <BlockedPage why="suspended" />;
}

export function ExpiredPage() {
  return <BlockedPage why="expired" />;
}
