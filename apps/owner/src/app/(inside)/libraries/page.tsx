import { LIBRARY_SORTS, LIBRARY_STATUSES } from '@studyspot/api/domains/libraries/schema';
import { readListQuery, type SearchParams } from '@studyspot/portal/list/list-query';
import { answer } from '@studyspot/portal/shell/answer';
import { NoPermission } from '@studyspot/portal/shell/no-permission';
import { titled } from '@studyspot/portal/shell/titled';
import { LibraryList } from '../../../features/libraries/library-list.tsx';
import { session } from '../../../shell/session.ts';

export const generateMetadata = titled('libraries');

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const { api, may } = await session();
  if (!may('libraries:read')) return <NoPermission permission="libraries:read" />;
  const query = await readListQuery(searchParams, { q: null, status: LIBRARY_STATUSES }, LIBRARY_SORTS);
  const page = await answer(api.libraries.list({ limit: 50, ...query }));
  return <LibraryList page={page} query={query} mayAdd={may('libraries:create')} />;
}
