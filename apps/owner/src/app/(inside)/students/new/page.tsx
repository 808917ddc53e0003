import { NewPage } from '@studyspot/portal/page/new-page';
import { titledInside } from '@studyspot/portal/shell/titled';
import { homes, studentAddress } from '../../../../features/students/student-address.ts';
import { StudentForm } from '../../../../features/students/student-form.tsx';
import { page } from '../../../../shell/session.ts';

export const generateMetadata = titledInside('students', 'newTitle');

export default page({ needs: 'students:create', words: ['students', 'fields', 'regions'] }, async ({ load }) => {
  const { items } = await load.libraries.list(homes);
  return (
    <NewPage words="students" list={studentAddress.path}>
      <StudentForm student={null} home={items[0]?.id ?? ''} />
    </NewPage>
  );
});
