'use client';

import { TENANT_ROLES } from '@studyspot/api/domains/staff/names';
import { Answered } from '@studyspot/portal/data/answered';
import { useHere } from '@studyspot/portal/data/here';
import { InvitePage, MemberPage } from '@studyspot/portal/staff/member-page';
import { roleBelow } from '@studyspot/portal/staff/rights';
import { useGranter } from '@studyspot/portal/staff/use-granter';
import { trpc } from '../../shell/trpc.ts';
import { InviteForm, MemberButtons, MemberForm } from './staff-forms.tsx';

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
