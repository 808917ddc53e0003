'use client';

import { useHere } from '@studyspot/portal/data/here';
import { Figure } from '@studyspot/portal/home/figures';
import { FirstStep } from '@studyspot/portal/home/first-steps';
import { WaitingRows } from '@studyspot/portal/staff/waiting-rows';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { activeStaff, invitedStaff, staffAddress } from './staff-address.ts';

/** Nobody but who looks at it: neither invited nor at work. */
export function Step() {
  const t = useTranslations('home');
  const { may } = useHere();
  const enabled = may('users:create') && may('users:read');
  const invited = trpc.staff.list.useQuery(invitedStaff, { enabled }).data;
  const active = trpc.staff.list.useQuery(activeStaff, { enabled }).data;
  if (!invited || !active) return null;
  const isDone = invited.total !== 0 || active.total !== 1;
  const act = { href: `${staffAddress.path}/invite`, label: t('invite') };
  return <FirstStep done={isDone} title={t('team')} help={t('teamHelp')} act={act} />;
}

export function Rows() {
  const { may } = useHere();
  const { data } = trpc.staff.list.useQuery(invitedStaff, { enabled: may('users:read') });
  const { mutateAsync } = trpc.staff.resendInvitation.useMutation();
  return data ? <WaitingRows invited={data.items} resend={mutateAsync} /> : null;
}

export function Figures() {
  const t = useTranslations('home');
  const { may } = useHere();
  const { data } = trpc.staff.list.useQuery(activeStaff, { enabled: may('users:read') });
  return data ? <Figure label={t('staff')} value={data.total} href={`${staffAddress.path}?state=active`} /> : null;
}
