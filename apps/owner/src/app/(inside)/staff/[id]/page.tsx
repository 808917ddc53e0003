import { TENANT_ROLES } from '@studyspot/api/domains/staff/schema';
import { answer } from '@studyspot/portal/shell/answer';
import { NoPermission } from '@studyspot/portal/shell/no-permission';
import { titled } from '@studyspot/portal/shell/titled';
import { MemberPage } from '@studyspot/portal/staff/member-page';
import { grantable, roleBelow, rolesToGive } from '@studyspot/portal/staff/rights';
import { MemberButtons, MemberForm } from '../../../../features/staff/staff-forms.tsx';
import { session } from '../../../../shell/session.ts';

export const generateMetadata = titled('staff');

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { api, me, role, held, may } = await session();
  if (!may('users:read')) return <NoPermission permission="users:read" />;
  const member = await answer(api.staff.get({ id }));
  const granter = { id: me.id, held, allowed: rolesToGive(TENANT_ROLES, role, held, grantable('tenant')) };
  const below = roleBelow(member, granter);
  return (
    <MemberPage
      member={member}
      actions={
        member.self ? null : (
          <MemberButtons
            member={member}
            may={{
              remove: below !== null && may('users:delete'),
              reset: may('users:reset'),
              resend: may('users:create'),
            }}
          />
        )
      }
      form={below && may('users:update') ? <MemberForm granter={granter} member={{ ...member, role: below }} /> : null}
    />
  );
}
