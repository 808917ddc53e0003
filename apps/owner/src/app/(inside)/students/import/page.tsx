import { NewPage } from '@studyspot/portal/page/new-page';
import { titledInside } from '@studyspot/portal/shell/titled';
import { homesOfImport, pastImports } from '../../../../features/imports/import-address.ts';
import { ImportUpload } from '../../../../features/imports/import-upload.tsx';
import { PastImports } from '../../../../features/imports/past-imports.tsx';
import { page } from '../../../../shell/session.ts';

export const generateMetadata = titledInside('imports', 'newTitle');

export default page({ needs: 'students:phones', words: ['imports', 'fields', 'upload'] }, async ({ load }) => {
  await Promise.all([load.libraries.list(homesOfImport), load.imports.list(pastImports)]);
  return (
    <NewPage words="imports" list="/students">
      <ImportUpload />
      <PastImports />
    </NewPage>
  );
});
