import { nothing } from '../../fields.ts';
import { bulkOf, lastBulkOf, stopBulkOf, undoBulkOf } from '../../procedures/bulk.ts';
import { exportOf } from '../../procedures/export-of.ts';
import { listOutput } from '../../procedures/list.ts';
import { router } from '../../procedures/router.ts';
import { tenantProcedure } from '../../procedures/tenant.ts';
import { timelineOf } from '../../procedures/timeline.ts';
import { studentBulk } from './bulk/student-bulk.ts';
import { giveOwnData } from './consents/give-own-data.ts';
import { listConsents } from './consents/list-consents.ts';
import { recordConsent } from './consents/record-consent.ts';
import { consentList, consentsInput, ownData, recordConsentInput, withdrawConsentInput } from './consents/schema.ts';
import { withdrawConsent } from './consents/withdraw-consent.ts';
import { createStudent } from './create-student.ts';
import { listLabels } from './labels/list-labels.ts';
import { removeLabel } from './labels/remove-label.ts';
import { renameLabel } from './labels/rename-label.ts';
import { label, labelList, labelVersionInput, renameLabelInput } from './labels/schema.ts';
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
  labels: tenantProcedure('students:read').input(nothing).output(labelList).reads(listLabels),
  renameLabel: tenantProcedure('students:labels').input(renameLabelInput).output(label).changes(renameLabel),
  removeLabel: tenantProcedure('students:labels').input(labelVersionInput).output(label).changes(removeLabel),
  bulk: bulkOf(tenantProcedure('students:update'), studentBulk, listStudents, listStudentsInput),
  lastBulk: lastBulkOf(tenantProcedure('students:update'), studentBulk),
  stopBulk: stopBulkOf(tenantProcedure('students:update'), studentBulk),
  undoBulk: undoBulkOf(tenantProcedure('students:update'), studentBulk),
  consents: tenantProcedure('students:read').input(consentsInput).output(consentList).reads(listConsents),
  recordConsent: tenantProcedure('students:update')
    .input(recordConsentInput)
    .output(consentList)
    .creates(recordConsent),
  withdrawConsent: tenantProcedure('students:update')
    .input(withdrawConsentInput)
    .output(consentList)
    .creates(withdrawConsent),
  ownData: tenantProcedure('students:export').input(consentsInput).output(ownData).changes(giveOwnData),
});
