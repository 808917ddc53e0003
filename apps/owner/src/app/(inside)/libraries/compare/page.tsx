import { titledInside } from '@studyspot/portal/shell/titled';
import { LibraryComparison } from '../../../../features/libraries/library-comparison.tsx';
import { page } from '../../../../shell/session.ts';

export const generateMetadata = titledInside('comparison');

export default page({ needs: 'students:read', words: ['comparison', 'libraries'] }, async ({ load }) => {
  await load.comparison.libraries({});
  return <LibraryComparison />;
});
