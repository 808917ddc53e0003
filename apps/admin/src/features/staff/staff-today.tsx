'use client';

import { useHere } from '@studyspot/portal/data/here';
import { WaitingRows } from '@studyspot/portal/staff/waiting-rows';
import { trpc } from '../../shell/trpc.ts';
import { invitedStaff } from './staff-address.ts';

export function Rows() {
  const { may } = useHere();
  const { data } = trpc.platformStaff.list.useQuery(invitedStaff, { enabled: may('users:read') });
  const { mutateAsync } = trpc.platformStaff.resendInvitation.useMutation();
  return data ? <WaitingRows invited={data.items} resend={mutateAsync} /> : null;
}
