import { PLATFORM_ROLES } from '@studyspot/api/domains/staff/schema';
import { NoPermission } from '@studyspot/portal/shell/no-permission';
import { titled } from '@studyspot/portal/shell/titled';
import { InvitePage } from '@studyspot/portal/staff/member-page';
import { grantable, rolesToGive } from '@studyspot/portal/staff/rights';
import { InviteForm } from '../../../../features/staff/staff-forms.tsx';
import { session } from '../../../../shell/session.ts';

export const generateMetadata = titled('staff', 'inviteTitle');

export default async function Page() {
  const { me, role, held, may } = await session();
  if (!may('users:create')) return <NoPermission permission="users:create" />;
  const granter = { id: me.id, held, allowed: rolesToGive(PLATFORM_ROLES, role, held, grantable('platform')) };
  return (
    <InvitePage>
      <InviteForm granter={granter} />
    </InvitePage>
  );
}
