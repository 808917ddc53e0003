import { ButtonLink } from '@studyspot/ui/button';
import { getTranslations } from 'next-intl/server';
import { csrfToken } from '../shell/csrf.tsx';
import { DoorPage } from '../shell/door-page.tsx';
import { firstOf, type SearchParams } from '../shell/search-params.tsx';
import { caller } from '../shell/session.tsx';
import { titled } from '../shell/titled.tsx';
import { Words } from '../shell/words.tsx';
import { ForgotForm } from './forgot-form.tsx';
import { InvitationForm } from './invitation-form.tsx';
import { ResetForm } from './reset-form.tsx';
import { TokenButton } from './token-button.tsx';

type Purpose = 'reset' | 'invite' | 'verify' | 'email' | 'device';

interface Asked {
  searchParams: SearchParams;
}

/** Null for a link that is used, too old or cut short: all the same to the person. */
async function factsOf({ searchParams }: Asked, purpose: Purpose) {
  const token = firstOf((await searchParams).token);
  if (!token) return null;
  const api = await caller();
  try {
    return { ...(await api.identity.tokenFacts({ token, purpose })), token };
  } catch {
    return null;
  }
}

export const forgotTitle = titled('forgot');
export const resetTitle = titled('reset');
export const invitationTitle = titled('invitation', 'titlePlain');
export const verifyTitle = titled('links.verify');
export const emailTitle = titled('links.email');
export const deviceTitle = titled('links.device');

const anchor = 'inline-flex min-h-11 items-center text-primary text-sm underline underline-offset-2 lg:min-h-8';

export async function ForgotPage() {
  const t = await getTranslations('forgot');
  return (
    <DoorPage title={t('title')} lead={t('lead')}>
      <Words names={['forgot', 'fields']}>
        <ForgotForm />
      </Words>
      <a href="/signin" className={`${anchor} mt-4`}>
        {t('back')}
      </a>
    </DoorPage>
  );
}

export async function ResetPage(asked: Asked) {
  const [t, found] = await Promise.all([getTranslations('reset'), factsOf(asked, 'reset')]);
  if (!found) {
    return (
      <DoorPage title={t('dead')} lead={t('deadLead')}>
        <ButtonLink look="primary" href="/forgot">
          {t('again')}
        </ButtonLink>
      </DoorPage>
    );
  }
  return (
    <DoorPage title={t('title')} lead={t('lead')}>
      <Words names={['reset', 'fields']}>
        <ResetForm token={found.token} email={found.email} />
      </Words>
    </DoorPage>
  );
}

async function DeadLink({ title, lead }: { title: string; lead: string }) {
  const t = await getTranslations('links');
  return (
    <DoorPage title={title} lead={lead}>
      <ButtonLink look="primary" href="/signin">
        {t('signIn')}
      </ButtonLink>
    </DoorPage>
  );
}

export async function InvitationPage(asked: Asked) {
  const [t, found] = await Promise.all([getTranslations('invitation'), factsOf(asked, 'invite')]);
  if (!found) return <DeadLink title={t('dead')} lead={t('deadLead')} />;
  const title = found.tenantName ? t('title', { tenant: found.tenantName }) : t('titlePlain');
  return (
    <DoorPage title={title} lead={t(found.needsPassword ? 'leadNew' : 'leadKnown')}>
      <Words names={['invitation', 'fields']}>
        <InvitationForm
          token={found.token}
          name={found.name}
          email={found.email}
          csrf={await csrfToken()}
          needsPassword={found.needsPassword}
        />
      </Words>
    </DoorPage>
  );
}

async function LinkPage({ purpose, searchParams }: Asked & { purpose: 'verify' | 'email' | 'device' }) {
  const [t, found] = await Promise.all([getTranslations(`links.${purpose}`), factsOf({ searchParams }, purpose)]);
  if (!found) return <DeadLink title={t('dead')} lead={t('deadLead')} />;
  return (
    <DoorPage title={t('title')} lead={t('lead')}>
      <Words names={['links']}>
        <TokenButton token={found.token} purpose={purpose} />
      </Words>
    </DoorPage>
  );
}

export function VerifyPage(asked: Asked) {
  return <LinkPage purpose="verify" {...asked} />;
}

export function EmailPage(asked: Asked) {
  return <LinkPage purpose="email" {...asked} />;
}

export function DevicePage(asked: Asked) {
  return <LinkPage purpose="device" {...asked} />;
}
