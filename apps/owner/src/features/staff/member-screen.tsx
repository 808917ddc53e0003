'use client';

import { TENANT_ROLES } from '@studyspot/api/domains/staff/names';
import { Answered } from '@studyspot/portal/data/answered';
import { Timeline } from '@studyspot/portal/record/timeline';
import { LettersCard } from '@studyspot/portal/staff/letters-card';
import { MemberPage } from '@studyspot/portal/staff/member-page';
import { useGranter } from '@studyspot/portal/staff/use-granter';
import dynamic from 'next/dynamic';
import { trpc } from '../../shell/trpc.ts';
import { MemberButtons } from './member-buttons.tsx';

const form = () => import('./staff-forms.tsx');
const MemberForm = dynamic(async () => (await form()).MemberForm);

export function MemberScreen({ id }: { id: string }) {
  const granter = useGranter('tenant', TENANT_ROLES);
  const reading = trpc.staff.get.useQuery({ id });
  const letters = trpc.staff.letters.useQuery({ id }).data;
  return (
    <Answered reading={reading}>
      {(member) => (
        <MemberPage
          member={member}
          granter={granter}
          kind="tenant"
          Buttons={MemberButtons}
          Form={MemberForm}
          form={form}
          timeline={<Timeline reads={trpc.staff.timeline} id={id} words="staff" />}
        >
          <LettersCard letters={letters} onlyLost />
        </MemberPage>
      )}
    </Answered>
  );
}
