import { titledInside } from '@studyspot/portal/shell/titled';
import { LabelsScreen } from '../../../../features/students/labels/labels-screen.tsx';
import { page } from '../../../../shell/session.ts';

export const generateMetadata = titledInside('students', 'labels');

export default page({ needs: 'students:read', words: ['students', 'fields'] }, async ({ load }) => {
  await load.students.labels({});
  return <LabelsScreen />;
});
