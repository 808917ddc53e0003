import { titledInside } from '@studyspot/portal/shell/titled';
import { NewLibrary } from '../../../../features/libraries/new-library.tsx';
import { page } from '../../../../shell/session.ts';

export const generateMetadata = titledInside('libraries', 'newTitle');

export default page({ needs: 'libraries:create', words: ['libraries', 'fields', 'regions', 'week'] }, async () => (
  <NewLibrary />
));
