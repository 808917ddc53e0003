import { NewPage } from '@studyspot/portal/page/new-page';
import { titledInside } from '@studyspot/portal/shell/titled';
import { lastLibrary, libraryAddress } from '../../../../features/libraries/library-address.ts';
import { LibraryForm } from '../../../../features/libraries/library-form.tsx';
import { page } from '../../../../shell/session.ts';

export const generateMetadata = titledInside('libraries', 'newTitle');

export default page(
  { needs: 'libraries:create', words: ['libraries', 'fields', 'regions', 'week', 'position'] },
  async ({ load, may }) => {
    const last = may('libraries:read') ? (await load.libraries.list(lastLibrary)).items[0] : undefined;
    return (
      <NewPage words="libraries" list={libraryAddress.path}>
        <LibraryForm library={null} like={last ? await load.libraries.get({ id: last.id }) : null} />
      </NewPage>
    );
  },
);
