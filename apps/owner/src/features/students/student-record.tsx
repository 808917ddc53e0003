'use client';

import { Answered } from '@studyspot/portal/data/answered';
import { useHere } from '@studyspot/portal/data/here';
import { StatusSwitch } from '@studyspot/portal/form/status-switch';
import { RecordPage } from '@studyspot/portal/page/record-page';
import { EditInPlace, EditLink } from '@studyspot/portal/record/edit-in-place';
import { Timeline } from '@studyspot/portal/record/timeline';
import dynamic from 'next/dynamic';
import { trpc } from '../../shell/trpc.ts';
import { OwnDataButton } from './consents/own-data.tsx';
import { StudentConsents } from './consents/student-consents.tsx';
import { RemovedStudent, StudentActs } from './student-acts.tsx';
import { studentAddress, studentStatus } from './student-address.ts';
import { StudentFacts } from './student-facts.tsx';
import { StudentStatus } from './student-status.tsx';

const form = () => import('./student-form.tsx');
const StudentForm = dynamic(async () => (await form()).StudentForm);

export function StudentRecord({ id }: { id: string }) {
  const { may } = useHere();
  const reading = trpc.students.get.useQuery({ id });
  return (
    <Answered reading={reading}>
      {(student) => {
        const { status, removedAt } = student;
        const mayChange = may('students:update') && removedAt === null;
        return (
          <RecordPage
            words="students"
            list={studentAddress.path}
            title={student.name}
            phone={may('students:phones') ? student.phone : null}
            beside={<Timeline reads={trpc.students.timeline} id={id} words="students" />}
            note={<StudentStatus student={student} />}
            actions={
              mayChange ? (
                <>
                  {status === 'suspended' ? null : <StatusSwitch {...studentStatus} record={{ ...student, status }} />}
                  <EditLink form={form} />
                </>
              ) : null
            }
          >
            <EditInPlace form={mayChange ? <StudentForm student={student} /> : null}>
              {removedAt ? <RemovedStudent student={student} mayRemove={may('students:delete')} /> : null}
              <StudentFacts student={student} />
              <StudentConsents student={student} mayChange={may('students:update')} />
              <div className="flex flex-wrap gap-2">
                {may('students:export') ? <OwnDataButton id={id} name={student.name} /> : null}
                {mayChange ? <StudentActs student={student} mayRemove={may('students:delete')} /> : null}
              </div>
            </EditInPlace>
          </RecordPage>
        );
      }}
    </Answered>
  );
}
