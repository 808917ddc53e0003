'use client';

import { PLATFORM_ROLES } from '@studyspot/api/domains/staff/names';
import { listInput } from '@studyspot/portal/list/list-query';
import { keepRows, Listed } from '@studyspot/portal/list/listed';
import { useListQuery } from '@studyspot/portal/list/use-list-query';
import { StaffList } from '@studyspot/portal/staff/staff-list';
import { trpc } from '../../shell/trpc.ts';
import { staffAddress } from './staff-address.ts';

const record = async () => (await import('./member-screen.tsx')).MemberScreen;

export function StaffScreen() {
  const query = useListQuery(staffAddress);
  const asked = listInput(query);
  const reading = trpc.platformStaff.list.useQuery(asked, keepRows);
  return (
    <Listed reading={reading}>
      {(page, busy) => (
        <StaffList
          of="platformStaff"
          page={page}
          query={query}
          asked={asked}
          busy={busy}
          roles={PLATFORM_ROLES}
          record={record}
          withDepartment
        />
      )}
    </Listed>
  );
}
