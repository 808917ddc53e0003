import { recordRoute } from '@studyspot/portal/page/record-route';
import { StudentRecord } from '../../../../features/students/student-record.tsx';
import { session } from '../../../../shell/session.ts';

const { generateMetadata, Page } = recordRoute(
  session,
  { needs: 'students:read', words: ['students', 'regions', 'permissions'] },
  ({ load }) => load.students,
  StudentRecord,
  ({ load }) => load.students.consents,
);

export { generateMetadata, Page as default };
