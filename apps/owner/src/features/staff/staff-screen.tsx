'use client';

import { TENANT_ROLES } from '@studyspot/api/domains/staff/names';
import { keepRows } from '@studyspot/portal/list/listed';
import { useList } from '@studyspot/portal/list/use-list';
import { StaffList } from '@studyspot/portal/staff/staff-list';
import { trpc } from '../../shell/trpc.ts';
import { staffAddress } from './staff-address.ts';

const record = async () => (await import('./member-screen.tsx')).MemberScreen;

export function StaffScreen() {
  const list = useList(staffAddress);
  const reading = trpc.staff.list.useQuery(list.asked, keepRows);
  return <StaffList {...list} of="staff" reading={reading} roles={TENANT_ROLES} record={record} />;
}
