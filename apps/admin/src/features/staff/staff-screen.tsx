'use client';

import { PLATFORM_ROLES } from '@studyspot/api/domains/staff/names';
import { keepRows } from '@studyspot/portal/list/listed';
import { useList } from '@studyspot/portal/list/use-list';
import { StaffList } from '@studyspot/portal/staff/staff-list';
import { trpc } from '../../shell/trpc.ts';
import { staffAddress } from './staff-address.ts';

const record = async () => (await import('./member-screen.tsx')).MemberScreen;

export function StaffScreen() {
  const list = useList(staffAddress);
  const reading = trpc.platformStaff.list.useQuery(list.asked, keepRows);
  return (
    <StaffList {...list} of="platformStaff" reading={reading} roles={PLATFORM_ROLES} record={record} withDepartment />
  );
}
