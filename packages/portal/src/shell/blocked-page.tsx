import { ButtonLink } from '@studyspot/ui/button';
import { getTranslations } from 'next-intl/server';
import { DoorPage } from './door-page.tsx';
import { SignOutForm } from './user-menu.tsx';

export interface BlockedPageProps {
  why: 'suspended' | 'expired';
  tenant: string | null;
  maySwitch: boolean;
}

export async function BlockedPage({ why, tenant, maySwitch }: BlockedPageProps) {
  const [t, choose] = await Promise.all([getTranslations('states'), getTranslations('choose')]);
  const lead = why === 'expired' ? t('expired') : tenant ? t('suspended', { tenant }) : t('suspendedPlain');
  return (
    <DoorPage title={t(`${why}Title`)} lead={lead}>
      <div className="flex flex-wrap items-center gap-3">
        <ButtonLink look="primary" href="/">
          {t('tryAgain')}
        </ButtonLink>
        {maySwitch ? <ButtonLink href="/choose">{choose('title')}</ButtonLink> : null}
        <SignOutForm />
      </div>
    </DoorPage>
  );
}
