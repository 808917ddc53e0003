import { MEMBER_STATES, PLATFORM_ROLES, STAFF_SORTS } from '@studyspot/api/domains/staff/schema';
import { oneOf, readListQuery, type SearchParams } from '@studyspot/portal/list/list-query';
import { answer } from '@studyspot/portal/shell/answer';
import { NoPermission } from '@studyspot/portal/shell/no-permission';
import { StaffList } from '@studyspot/portal/staff/staff-list';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { session } from '../../../shell/session.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staff');
  return { title: t('title') };
}

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const { api, may } = await session();
  if (!may('users:read')) return <NoPermission permission="users:read" />;
  const query = await readListQuery(searchParams, ['q', 'role', 'state'], STAFF_SORTS);
  const { q, role, state } = query.filters;
  const page = await answer(
    api.platformStaff.list({
      limit: 50,
      cursor: query.cursor,
      filters: { q, role: oneOf(role, PLATFORM_ROLES), state: oneOf(state, MEMBER_STATES) },
      sort: query.sort,
    }),
  );
  return <StaffList page={page} query={query} roles={PLATFORM_ROLES} withDepartment mayInvite={may('users:create')} />;
}
