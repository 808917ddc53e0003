import { exportOf } from '../../procedures/export-of.ts';
import { listOutput } from '../../procedures/list.ts';
import { router } from '../../procedures/router.ts';
import { tenantProcedure } from '../../procedures/tenant.ts';
import { timelineOf } from '../../procedures/timeline.ts';
import { createStudent } from './create-student.ts';
import { listStudents } from './list-students.ts';
import { restoreStudent } from './restore-student.ts';
import {
  createStudentInput,
  knownStudent as known,
  knownStudentInput,
  listStudentsInput,
  restoreStudentInput,
  setStudentStatusInput,
  student,
  studentInput,
  studentItem,
  studentVersionInput,
  suspendStudentInput,
  transferStudentInput,
  updateStudentInput,
} from './schema.ts';
import { changeSeenBy } from './seen-by.ts';
import { getStudent, knownStudent } from './student-row.ts';
import { transferStudent } from './transfer-student.ts';
import { removeStudent, setStudentStatus, suspendStudent, updateStudent } from './update-student.ts';

export const studentsRouter = router({
  list: tenantProcedure('students:read').input(listStudentsInput).output(listOutput(studentItem)).reads(listStudents),
  export: exportOf(tenantProcedure('students:export'), 'student', listStudents, [listStudentsInput, studentItem]),
  get: tenantProcedure('students:read').input(studentInput).output(student).reads(getStudent),
  known: tenantProcedure('students:create').input(knownStudentInput).output(known).reads(knownStudent),
  timeline: timelineOf(tenantProcedure('students:read'), 'student', getStudent, changeSeenBy),
  create: tenantProcedure('students:create').input(createStudentInput).output(student).creates(createStudent),
  update: tenantProcedure('students:update').input(updateStudentInput).output(student).changes(updateStudent),
  setStatus: tenantProcedure('students:update').input(setStudentStatusInput).output(student).acts(setStudentStatus),
  suspend: tenantProcedure('students:update').input(suspendStudentInput).output(student).changes(suspendStudent),
  transfer: tenantProcedure('students:update').input(transferStudentInput).output(student).changes(transferStudent),
  remove: tenantProcedure('students:delete').input(studentVersionInput).output(student).changes(removeStudent),
  restore: tenantProcedure('students:delete').input(restoreStudentInput).output(student).changes(restoreStudent),
});
