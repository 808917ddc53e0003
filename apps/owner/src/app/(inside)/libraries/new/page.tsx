import { titledInside } from '@studyspot/portal/shell/titled';
import { lastLibrary } from '../../../../features/libraries/library-address.ts';
import { NewLibrary } from '../../../../features/libraries/new-library.tsx';
import { page } from '../../../../shell/session.ts';

export const generateMetadata = titledInside('libraries', 'newTitle');

export default page(
  { needs: 'libraries:create', words: ['libraries', 'fields', 'regions', 'week'] },
  async ({ load, may }) => {
    const last = may('libraries:read') ? (await load.libraries.list(lastLibrary)).items[0] : undefined;
    return <NewLibrary like={last ? await load.libraries.get({ id: last.id }) : null} />;
  },
);
