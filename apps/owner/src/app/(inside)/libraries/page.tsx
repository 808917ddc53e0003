import { listInput, readListQuery } from '@studyspot/portal/list/list-query';
import { given, type SearchParams } from '@studyspot/portal/shell/search-params';
import { titledInside } from '@studyspot/portal/shell/titled';
import { libraryAddress } from '../../../features/libraries/library-address.ts';
import { LibraryList } from '../../../features/libraries/library-list.tsx';
import { page } from '../../../shell/session.ts';

export const generateMetadata = titledInside('libraries');

export default page(
  { needs: 'libraries:read', words: ['libraries', 'list'] },
  async ({ load }, { searchParams }: { searchParams: SearchParams }) => {
    const asked = listInput(readListQuery(libraryAddress, await given(searchParams)));
    await Promise.all([load.libraries.list(asked), load.views.mine({ list: 'libraries' })]);
    return <LibraryList />;
  },
);
