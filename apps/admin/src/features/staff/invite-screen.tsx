'use client';

import { PLATFORM_ROLES } from '@studyspot/api/domains/staff/names';
import { NewPage } from '@studyspot/portal/page/new-page';
import { useGranter } from '@studyspot/portal/staff/use-granter';
import { staffAddress } from './staff-address.ts';
import { InviteForm } from './staff-forms.tsx';

export function InviteScreen() {
  return (
    <NewPage words="staff" list={staffAddress.path}>
      <InviteForm granter={useGranter('platform', PLATFORM_ROLES)} />
    </NewPage>
  );
}
