'use client';

import { PLATFORM_ROLES } from '@studyspot/api/domains/staff/names';
import { Answered } from '@studyspot/portal/data/answered';
import { useHere } from '@studyspot/portal/data/here';
import { keepRows } from '@studyspot/portal/list/listed';
import { useListQuery } from '@studyspot/portal/list/use-list-query';
import { ActivityCard } from '@studyspot/portal/staff/activity-card';
import { InvitePage, MemberPage } from '@studyspot/portal/staff/member-page';
import { useGranter } from '@studyspot/portal/staff/use-granter';
import { trpc } from '../../shell/trpc.ts';
import { activityAddress, activityInput, staffAddress } from './staff-address.ts';
import { InviteForm, MemberButtons, MemberForm } from './staff-forms.tsx';

export function InviteScreen() {
  return (
    <InvitePage>
      <InviteForm granter={useGranter('platform', PLATFORM_ROLES)} />
    </InvitePage>
  );
}

export function MemberScreen({ id }: { id: string }) {
  const { may } = useHere();
  const granter = useGranter('platform', PLATFORM_ROLES);
  const reading = trpc.platformStaff.get.useQuery({ id });
  return (
    <Answered reading={reading}>
      {(member) => (
        <MemberPage member={member} granter={granter} withDepartment Buttons={MemberButtons} Form={MemberForm}>
          {may('users:activity') ? <Activity id={id} /> : null}
        </MemberPage>
      )}
    </Answered>
  );
}

function Activity({ id }: { id: string }) {
  const query = useListQuery(activityAddress);
  const reading = trpc.platformStaff.activity.useQuery(activityInput(id, query), keepRows);
  return (
    <Answered reading={reading}>
      {(activity) => <ActivityCard path={`${staffAddress.path}/${id}`} activity={activity} />}
    </Answered>
  );
}
