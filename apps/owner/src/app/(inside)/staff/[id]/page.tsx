import { TENANT_ROLES } from '@studyspot/api/domains/staff/schema';
import { permissionsOf } from '@studyspot/api/permissions/table';
import { oneOf } from '@studyspot/portal/list/list-query';
import { answer } from '@studyspot/portal/shell/answer';
import { NoPermission } from '@studyspot/portal/shell/no-permission';
import { titled } from '@studyspot/portal/shell/titled';
import { MemberPage } from '@studyspot/portal/staff/member-page';
import { grantable, rolesToGive } from '@studyspot/portal/staff/rights';
import { MemberButtons, MemberForm } from '../../../../features/staff/staff-forms.tsx';
import { session } from '../../../../shell/session.ts';

export const generateMetadata = titled('staff');

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { api, me, role, held, may } = await session();
  if (!may('users:read')) return <NoPermission permission="users:read" />;
  const member = await answer(api.staff.get({ id }));
  const theirs = oneOf(member.role, TENANT_ROLES);
  const granter = { id: me.id, held, allowed: rolesToGive(TENANT_ROLES, role, held, grantable('tenant')) };
  // Nobody changes themselves, and nobody changes someone who may do more.
  const isBelow =
    !member.self &&
    member.state !== 'removed' &&
    theirs !== undefined &&
    granter.allowed.includes(theirs) &&
    permissionsOf(member).every((permission) => held.includes(permission));
  return (
    <MemberPage
      member={member}
      actions={
        member.self ? null : (
          <MemberButtons
            member={member}
            may={{ remove: isBelow && may('users:delete'), reset: may('users:reset'), resend: may('users:create') }}
          />
        )
      }
      form={
        isBelow && may('users:update') ? <MemberForm granter={granter} member={{ ...member, role: theirs }} /> : null
      }
    />
  );
}
