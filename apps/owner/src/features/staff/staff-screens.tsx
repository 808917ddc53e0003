'use client';

import { TENANT_ROLES } from '@studyspot/api/domains/staff/names';
import { Answered } from '@studyspot/portal/data/answered';
import { useHere } from '@studyspot/portal/data/here';
import { listInput } from '@studyspot/portal/list/list-query';
import { keepRows, Listed } from '@studyspot/portal/list/listed';
import { useListQuery } from '@studyspot/portal/list/use-list-query';
import { InvitePage, MemberPage } from '@studyspot/portal/staff/member-page';
import { roleBelow } from '@studyspot/portal/staff/rights';
import { StaffList } from '@studyspot/portal/staff/staff-list';
import { useGranter } from '@studyspot/portal/staff/use-granter';
import { trpc } from '../../shell/trpc.ts';
import { staffAddress } from './staff-address.ts';
import { InviteForm, MemberButtons, MemberForm } from './staff-forms.tsx';

export function StaffScreen() {
  const query = useListQuery(staffAddress);
  const reading = trpc.staff.list.useQuery(listInput(query), keepRows);
  return (
    <Listed reading={reading}>
      {(page, busy) => <StaffList page={page} query={query} busy={busy} roles={TENANT_ROLES} />}
    </Listed>
  );
}

export function InviteScreen() {
  return (
    <InvitePage>
      <InviteForm granter={useGranter('tenant', TENANT_ROLES)} />
    </InvitePage>
  );
}

export function MemberScreen({ id }: { id: string }) {
  const { may } = useHere();
  const granter = useGranter('tenant', TENANT_ROLES);
  const reading = trpc.staff.get.useQuery({ id });
  return (
    <Answered reading={reading}>
      {(member) => {
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
            form={
              below && may('users:update') ? <MemberForm granter={granter} member={{ ...member, role: below }} /> : null
            }
          />
        );
      }}
    </Answered>
  );
}
