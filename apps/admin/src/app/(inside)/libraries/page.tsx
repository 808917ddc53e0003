import { listRoute } from '@studyspot/portal/page/list-route';
import { librariesInput, libraryAddress } from '../../../features/libraries/library-address.ts';
import { LibraryList } from '../../../features/libraries/library-list.tsx';
import { session } from '../../../shell/session.ts';

const { generateMetadata, Page } = listRoute(
  session,
  {
    of: 'libraries',
    record: ['fields', 'regions', 'week', 'position', 'near'],
    needs: 'libraries:read',
    address: libraryAddress,
  },
  ({ load }, query) => load.libraries.list(librariesInput(query)),
  LibraryList,
);

export { generateMetadata, Page as default };
