'use client';

import { PLATFORM_ROLES } from '@studyspot/api/domains/staff/names';
import { Answered } from '@studyspot/portal/data/answered';
import { useHere } from '@studyspot/portal/data/here';
import { keepRows } from '@studyspot/portal/list/listed';
import { useListQuery } from '@studyspot/portal/list/use-list-query';
import { FrameContext } from '@studyspot/portal/page/record-frame';
import { Timeline } from '@studyspot/portal/record/timeline';
import { ActivityCard } from '@studyspot/portal/staff/activity-card';
import { LettersCard } from '@studyspot/portal/staff/letters-card';
import { MemberPage } from '@studyspot/portal/staff/member-page';
import { useGranter } from '@studyspot/portal/staff/use-granter';
import dynamic from 'next/dynamic';
import { useContext } from 'react';
import { trpc } from '../../shell/trpc.ts';
import { MemberButtons } from './member-buttons.tsx';
import { activityAddress, activityInput, staffAddress } from './staff-address.ts';

const form = () => import('./staff-forms.tsx');
const MemberForm = dynamic(async () => (await form()).MemberForm);

export function MemberScreen({ id }: { id: string }) {
  const { may } = useHere();
  const granter = useGranter('platform', PLATFORM_ROLES);
  const reading = trpc.platformStaff.get.useQuery({ id });
  const letters = trpc.platformStaff.letters.useQuery({ id }).data;
  // It turns its pages in the address of its own page.
  const hasPage = useContext(FrameContext) === null;
  return (
    <Answered reading={reading}>
      {(member) => (
        <MemberPage
          member={member}
          granter={granter}
          withDepartment
          kind="platform"
          Buttons={MemberButtons}
          Form={MemberForm}
          form={form}
          timeline={<Timeline reads={trpc.platformStaff.timeline} id={id} words="staff" />}
        >
          <LettersCard letters={letters} />
          {hasPage && may('users:activity') ? <Activity id={id} /> : null}
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
