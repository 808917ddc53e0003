import { listInput } from '@studyspot/portal/list/list-query';
import { listRoute } from '@studyspot/portal/page/list-route';
import { studentAddress } from '../../../features/students/student-address.ts';
import { StudentList } from '../../../features/students/student-list.tsx';
import { session } from '../../../shell/session.ts';

const { generateMetadata, Page } = listRoute(
  session,
  {
    of: 'students',
    record: ['regions', 'permissions', 'work', 'fields'],
    needs: 'students:read',
    address: studentAddress,
  },
  ({ load }, query) => Promise.all([load.students.list(listInput(query)), load.students.labels({})]),
  StudentList,
);

export { generateMetadata, Page as default };
