import { ButtonLink } from '@studyspot/ui/button';
import { getTranslations } from 'next-intl/server';
import { DoorPage } from '../shell/door-page.tsx';
import { Words } from '../shell/words.tsx';
import { ForgotForm } from './forgot-form.tsx';
import { InvitationForm } from './invitation-form.tsx';
import { ResetForm } from './reset-form.tsx';
import { TokenButton } from './token-button.tsx';

interface Facts {
  tenantName: string | null;
  name: string;
  email: string;
  needsPassword: boolean;
}

type Purpose = 'reset' | 'invite' | 'verify' | 'email' | 'device';

export interface TokenPageProps {
  token: string | undefined;
  facts: (input: { token: string; purpose: Purpose }) => Promise<Facts>;
}

/** Null for a link that is used, too old or cut short: all the same to the person. */
async function factsOf(
  { token, facts }: TokenPageProps,
  purpose: Purpose,
): Promise<(Facts & { token: string }) | null> {
  if (!token) return null;
  try {
    return { ...(await facts({ token, purpose })), token };
  } catch {
    return null;
  }
}

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

export async function ResetPage(props: TokenPageProps) {
  const [t, found] = await Promise.all([getTranslations('reset'), factsOf(props, 'reset')]);
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

export async function InvitationPage(props: TokenPageProps) {
  const [t, found] = await Promise.all([getTranslations('invitation'), factsOf(props, 'invite')]);
  if (!found) return <DeadLink title={t('dead')} lead={t('deadLead')} />;
  const title = found.tenantName ? t('title', { tenant: found.tenantName }) : t('titlePlain');
  return (
    <DoorPage title={title} lead={t(found.needsPassword ? 'leadNew' : 'leadKnown')}>
      <Words names={['invitation', 'fields']}>
        <InvitationForm token={found.token} name={found.name} needsPassword={found.needsPassword} />
      </Words>
    </DoorPage>
  );
}

export async function LinkPage({ purpose, ...props }: TokenPageProps & { purpose: 'verify' | 'email' | 'device' }) {
  const [t, found] = await Promise.all([getTranslations(`links.${purpose}`), factsOf(props, purpose)]);
  if (!found) return <DeadLink title={t('dead')} lead={t('deadLead')} />;
  return (
    <DoorPage title={t('title')} lead={t('lead')}>
      <Words names={['links']}>
        <TokenButton token={found.token} purpose={purpose} />
      </Words>
    </DoorPage>
  );
}
