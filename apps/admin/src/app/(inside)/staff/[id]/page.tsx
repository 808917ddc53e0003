import { readListQuery } from '@studyspot/portal/list/list-query';
import { given, type SearchParams } from '@studyspot/portal/shell/search-params';
import { insideTitle } from '@studyspot/portal/shell/titled';
import type { Metadata } from 'next';
import { MemberScreen } from '../../../../features/staff/member-screen.tsx';
import { activityAddress, activityInput } from '../../../../features/staff/staff-address.ts';
import { page, session } from '../../../../shell/session.ts';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const [{ id }, { load, may }] = await Promise.all([params, session()]);
  return may('users:read') ? insideTitle((await load.platformStaff.get({ id })).name) : {};
}

export default page(
  { needs: 'users:read', words: ['staff', 'fields', 'permissions', 'timeline', 'letters'] },
  async ({ load, may }, { params, searchParams }: Props) => {
    const { id } = await params;
    const query = readListQuery(activityAddress, await given(searchParams));
    await Promise.all([
      load.platformStaff.get({ id }),
      load.platformStaff.timeline({ id }),
      load.platformStaff.letters({ id }),
      may('users:activity') ? load.platformStaff.activity(activityInput(id, query)) : null,
    ]);
    return <MemberScreen id={id} />;
  },
);
