import { listInput } from '@studyspot/portal/list/list-query';
import { listRoute } from '@studyspot/portal/page/list-route';
import { libraryAddress } from '../../../features/libraries/library-address.ts';
import { LibraryList } from '../../../features/libraries/library-list.tsx';
import { session } from '../../../shell/session.ts';

const { generateMetadata, Page } = listRoute(
  session,
  {
    of: 'libraries',
    record: ['regions', 'permissions', 'week', 'position'],
    needs: 'libraries:read',
    address: libraryAddress,
  },
  ({ load }, query) => load.libraries.list(listInput(query)),
  LibraryList,
);

export { generateMetadata, Page as default };
