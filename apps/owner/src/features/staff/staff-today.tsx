'use client';

import { useHere } from '@studyspot/portal/data/here';
import { Figure } from '@studyspot/portal/home/queue';
import { WaitingRows } from '@studyspot/portal/staff/waiting-rows';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { activeStaff, invitedStaff, staffAddress } from './staff-address.ts';

export function StaffRows() {
  const { may } = useHere();
  const { data } = trpc.staff.list.useQuery(invitedStaff, { enabled: may('users:read') });
  const { mutateAsync } = trpc.staff.resendInvitation.useMutation();
  return data ? <WaitingRows invited={data.items} resend={mutateAsync} /> : null;
}

export function StaffFigures() {
  const t = useTranslations('home');
  const { may } = useHere();
  const { data } = trpc.staff.list.useQuery(activeStaff, { enabled: may('users:read') });
  return data ? <Figure label={t('staff')} value={data.total} href={`${staffAddress.path}?state=active`} /> : null;
}
