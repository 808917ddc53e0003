import { bulkJob } from '../../../work/bulk-work.ts';
import { studentBulk } from './student-bulk.ts';

export const jobStudentBulk = bulkJob('students:update', studentBulk);
