'use client';

import { EDUCATIONS, STUDENT_STATUSES } from '@studyspot/api/domains/students/names';
import type { OwnerOutputs } from '@studyspot/api/root';
import { useHere } from '@studyspot/portal/data/here';
import { Day, dayText } from '@studyspot/portal/day';
import { keepRows } from '@studyspot/portal/list/listed';
import { PickedStatus } from '@studyspot/portal/list/picked-status';
import { RecordList } from '@studyspot/portal/list/record-list';
import { RowStatus } from '@studyspot/portal/list/row-status';
import { useList } from '@studyspot/portal/list/use-list';
import { phoneText } from '@studyspot/portal/phone';
import { GraduationCap, Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useLocale } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { useBulk } from './bulk/use-bulk.tsx';
import { LabelsLink } from './labels/labels-link.tsx';
import { studentAddress, studentStatus } from './student-address.ts';
import { StudentStatus } from './student-status.tsx';

const BulkAct = dynamic(async () => (await import('./bulk/bulk-act.tsx')).BulkAct);
const BulkWork = dynamic(async () => (await import('./bulk/bulk-work.tsx')).BulkWork);

type Row = OwnerOutputs['students']['list']['items'][number];
type Settable = Row & { status: (typeof studentStatus.statuses)[number] };

/** What a register asks of whoever brings it in. */
const bringsIn = ['students:create', 'students:update', 'students:phones'] as const;

const record = async () => (await import('./student-record.tsx')).StudentRecord;

/** Whose status is set by a tap. */
const isSettable = (row: Row): row is Settable => row.status !== 'suspended' && row.removedAt === null;

export function StudentList() {
  const locale = useLocale();
  const { may } = useHere();
  const mayChange = may('students:update');
  const statuses = (row: Row) => (mayChange && isSettable(row) ? <RowStatus {...studentStatus} record={row} /> : null);
  const list = useList(studentAddress);
  const reading = trpc.students.list.useQuery(list.asked, keepRows);
  const { data: labels } = trpc.students.labels.useQuery({});
  const many = useBulk(mayChange);
  const bearing = labels?.items.map(({ name }) => name) ?? [];
  return (
    <RecordList
      {...list}
      words="students"
      reading={reading}
      bare
      icon={GraduationCap}
      record={record}
      add={may('students:create') ? { page: 'new', word: 'add', icon: Plus } : null}
      bring={bringsIn.every(may) ? { href: `${studentAddress.path}/import`, word: 'bring' } : null}
      mayExport={may('students:export')}
      actsOnPicked={(rows, done) =>
        mayChange ? (
          <>
            <PickedStatus {...studentStatus} rows={rows.filter(isSettable)} done={done} />
            <BulkAct
              chosen={rows.map(({ id }) => id)}
              filters={list.query.filters}
              total={reading.data?.total ?? null}
              done={(bulk) => {
                many.began(bulk);
                done();
              }}
            />
          </>
        ) : null
      }
      above={
        <>
          {many.bulk ? <BulkWork {...many} bulk={many.bulk} /> : null}
          <LabelsLink count={bearing.length} />
        </>
      }
      acts={statuses}
      mayChange={mayChange}
      choices={[
        { name: 'status', all: 'allStatuses', words: 'statuses', values: STUDENT_STATUSES },
        { name: 'education', all: 'allEducations', words: 'educations', values: EDUCATIONS },
        ...(bearing.length > 0 ? [{ name: 'label', all: 'allLabels', values: bearing } as const] : []),
        { name: 'removed', label: 'view', all: 'current', words: 'views', values: ['removed'] },
      ]}
      columns={[
        { key: 'code', area: 'side', cell: ({ code }) => <span className="whitespace-nowrap">{code}</span> },
        {
          key: 'phone',
          area: 'detail',
          cell: ({ phone }) => <span className="whitespace-nowrap">{phoneText(phone)}</span>,
          ...(may('students:phones') && { typed: 'phone' }),
        },
        { key: 'course', area: 'none', typed: 'text' },
        {
          key: 'library',
          area: 'none',
          text: ({ libraryName }) => libraryName,
          cell: ({ libraryName }) => <span className="block max-w-48 truncate">{libraryName}</span>,
        },
        { key: 'labels', area: 'none', text: ({ labels }) => labels.join(', ') || '–' },
        {
          key: 'status',
          area: 'status',
          sort: 'status',
          words: 'statuses',
          cell: (row) => <StudentStatus student={row} />,
          menu: statuses,
        },
        {
          key: 'since',
          area: 'none',
          sort: 'createdAt',
          text: ({ createdAt }) => dayText(locale, createdAt),
          cell: ({ createdAt }) => <Day at={createdAt} />,
        },
      ]}
    />
  );
}
