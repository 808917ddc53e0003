import { bulkSubscriber } from '../../../work/bulk-work.ts';
import { jobStudentBulk } from './job-student-bulk.ts';
import { studentBulk } from './student-bulk.ts';

export const onStudentBulk = bulkSubscriber(studentBulk, 'jobStudentBulk', jobStudentBulk);
