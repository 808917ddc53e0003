import { NoPermission } from '@studyspot/portal/shell/no-permission';
import { InvitePage } from '@studyspot/portal/staff/member-page';
import { grantable } from '@studyspot/portal/staff/rights';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { rolesToGive } from '../../../../features/staff/granter.ts';
import { InviteForm } from '../../../../features/staff/staff-forms.tsx';
import { session } from '../../../../shell/session.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staff');
  return { title: t('inviteTitle') };
}

export default async function Page() {
  const { me, role, held, may } = await session();
  if (!may('users:create')) return <NoPermission permission="users:create" />;
  const granter = { id: me.id, held, allowed: rolesToGive(role, held, grantable('platform')) };
  return (
    <InvitePage>
      <InviteForm granter={granter} />
    </InvitePage>
  );
}
