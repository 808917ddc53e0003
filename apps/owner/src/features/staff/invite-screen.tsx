'use client';

import { TENANT_ROLES } from '@studyspot/api/domains/staff/names';
import { InvitePage } from '@studyspot/portal/staff/invite-page';
import { useGranter } from '@studyspot/portal/staff/use-granter';
import { InviteForm } from './staff-forms.tsx';

export function InviteScreen() {
  return (
    <InvitePage>
      <InviteForm granter={useGranter('tenant', TENANT_ROLES)} />
    </InvitePage>
  );
}
