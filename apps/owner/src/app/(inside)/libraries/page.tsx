import { LIBRARY_SORTS, LIBRARY_STATUSES } from '@studyspot/api/domains/libraries/schema';
import { oneOf, readListQuery, type SearchParams } from '@studyspot/portal/list/list-query';
import { answer } from '@studyspot/portal/shell/answer';
import { NoPermission } from '@studyspot/portal/shell/no-permission';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LibraryList } from '../../../features/libraries/library-list.tsx';
import { session } from '../../../shell/session.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('libraries');
  return { title: t('title') };
}

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const { api, may } = await session();
  if (!may('libraries:read')) return <NoPermission permission="libraries:read" />;
  const query = await readListQuery(searchParams, ['q', 'status'], LIBRARY_SORTS);
  const { q, status } = query.filters;
  const page = await answer(
    api.libraries.list({
      limit: 50,
      cursor: query.cursor,
      filters: { q, status: oneOf(status, LIBRARY_STATUSES) },
      sort: query.sort,
    }),
  );
  return <LibraryList page={page} query={query} mayAdd={may('libraries:create')} />;
}
