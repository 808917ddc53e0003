'use client';

import { PLATFORM_ROLES } from '@studyspot/api/domains/staff/names';
import { listInput } from '@studyspot/portal/list/list-query';
import { keepRows, Listed } from '@studyspot/portal/list/listed';
import { useListQuery } from '@studyspot/portal/list/use-list-query';
import { useWarm } from '@studyspot/portal/page/warm';
import { StaffList } from '@studyspot/portal/staff/staff-list';
import { trpc } from '../../shell/trpc.ts';
import { staffAddress } from './staff-address.ts';

const record = () => import('./member-screen.tsx');

export function StaffScreen() {
  const query = useListQuery(staffAddress);
  useWarm(record);
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
          withDepartment
        />
      )}
    </Listed>
  );
}
