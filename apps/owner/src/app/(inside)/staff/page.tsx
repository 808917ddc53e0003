import { MEMBER_STATES, STAFF_SORTS, TENANT_ROLES } from '@studyspot/api/domains/staff/schema';
import { readListQuery, type SearchParams } from '@studyspot/portal/list/list-query';
import { answer } from '@studyspot/portal/shell/answer';
import { NoPermission } from '@studyspot/portal/shell/no-permission';
import { titled } from '@studyspot/portal/shell/titled';
import { StaffList } from '@studyspot/portal/staff/staff-list';
import { session } from '../../../shell/session.ts';

export const generateMetadata = titled('staff');

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const { api, may } = await session();
  if (!may('users:read')) return <NoPermission permission="users:read" />;
  const query = await readListQuery(searchParams, { q: null, role: TENANT_ROLES, state: MEMBER_STATES }, STAFF_SORTS);
  const page = await answer(api.staff.list({ limit: 50, ...query }));
  return <StaffList page={page} query={query} roles={TENANT_ROLES} mayInvite={may('users:create')} />;
}
