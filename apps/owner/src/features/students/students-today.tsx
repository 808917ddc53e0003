'use client';

import { useHere } from '@studyspot/portal/data/here';
import { Figure } from '@studyspot/portal/home/figures';
import { FirstStep } from '@studyspot/portal/home/first-steps';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { studentAddress, studentsOfToday } from './student-address.ts';

function useStudents() {
  const { may } = useHere();
  const { data } = trpc.students.list.useQuery(studentsOfToday, { enabled: may('students:read') });
  return { may, page: data };
}

export function Step() {
  const t = useTranslations('home');
  const { may, page } = useStudents();
  const act = may('students:create') ? { href: `${studentAddress.path}/new`, label: t('admit') } : undefined;
  return page ? (
    <FirstStep done={page.total !== 0} title={t('firstStudent')} help={t('firstStudentHelp')} act={act} />
  ) : null;
}

export function Figures() {
  const t = useTranslations('home');
  const { page } = useStudents();
  return page ? <Figure label={t('students')} value={page.total} href={studentAddress.path} /> : null;
}
