import { titledInside } from '@studyspot/portal/shell/titled';
import { CodeParts } from '../../../features/style-book/code-parts.tsx';
import { StyleBook } from '../../../features/style-book/style-book.tsx';
import { page } from '../../../shell/session.ts';

export const generateMetadata = titledInside('styleBook');

export default page(
  {
    needs: 'system:health',
    words: ['styleBook', 'fields', 'range', 'regions', 'stepper', 'sum', 'upload', 'week', 'work'],
  },
  async () => <StyleBook drawn={<CodeParts />} />,
);
