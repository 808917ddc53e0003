'use client';

import { TENANT_ROLES } from '@studyspot/api/domains/staff/names';
import { Answered } from '@studyspot/portal/data/answered';
import { InvitePage, MemberPage } from '@studyspot/portal/staff/member-page';
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
  const granter = useGranter('tenant', TENANT_ROLES);
  const reading = trpc.staff.get.useQuery({ id });
  return (
    <Answered reading={reading}>
      {(member) => <MemberPage member={member} granter={granter} Buttons={MemberButtons} Form={MemberForm} />}
    </Answered>
  );
}
