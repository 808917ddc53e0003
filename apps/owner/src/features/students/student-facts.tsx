'use client';

import type { OwnerOutputs } from '@studyspot/api/root';
import { useHere } from '@studyspot/portal/data/here';
import { dayText, indianDay } from '@studyspot/portal/day';
import { NamedFacts } from '@studyspot/portal/named-facts';
import { MailAddress, Phone } from '@studyspot/portal/phone';
import { PageLink } from '@studyspot/portal/shell/page-link';
import { Card } from '@studyspot/ui/card';
import { Notice } from '@studyspot/ui/notice';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { studentAddress } from './student-address.ts';

type Student = OwnerOutputs['students']['get'];

/** As it may be seen: a hidden number is no link. */
function Call({ number }: { number: string }) {
  return useHere().may('students:phones') ? <Phone number={number} /> : <span>{number}</span>;
}

/** Of much that may be asked little is known of most: what is not is left out. */
const present = (facts: Readonly<Record<string, ReactNode>>) =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value));

export function StudentFacts({ student }: { student: Student }) {
  const t = useTranslations('students');
  const regions = useTranslations('regions');
  const { may } = useHere();
  const locale = useLocale();
  const place = [student.address, student.city, student.pincode].filter(Boolean).join(', ');
  const warns =
    student.warning !== null && (student.warningTill === null || student.warningTill >= indianDay(new Date()));
  return (
    <div className="flex flex-col gap-4">
      {warns ? <Notice tone="warning">{student.warning}</Notice> : null}
      {student.status === 'suspended' ? (
        <Notice tone="danger">{t('suspendedFor', { reason: student.statusReason ?? '' })}</Notice>
      ) : null}
      <Card id="basics" title={t('sections.basics')}>
        <NamedFacts
          words="students"
          facts={present({
            code: student.code,
            library: student.libraryName,
            phone: <Call number={student.phone} />,
            otherPhone: student.otherPhone && <Call number={student.otherPhone} />,
            email: student.email && <MailAddress address={student.email} />,
            slot: student.slot && t(`slots.${student.slot}`),
            course: student.course,
            labels: student.labels.join(', ') || null,
            notes: student.notes && <span className="whitespace-pre-line">{student.notes}</span>,
          })}
        />
        {may('students:phones') ? null : <p className="mt-3 text-sm text-text-muted">{t('hiddenNumbers')}</p>}
        {student.siblings.length > 0 ? (
          <p className="mt-3 text-sm">
            {t('samePhone')}{' '}
            {student.siblings.map(({ id, name, code }) => (
              <PageLink key={id} href={`${studentAddress.path}/${id}`} className="mr-3 text-primary underline">
                {name} ({code})
              </PageLink>
            ))}
          </p>
        ) : null}
      </Card>
      <Card id="person" title={t('sections.person')}>
        <NamedFacts
          words="students"
          facts={present({
            bornOn: student.bornOn && dayText(locale, student.bornOn),
            gender: student.gender && t(`genders.${student.gender}`),
            education: student.education && t(`educations.${student.education}`),
            institution: student.institution,
            address: place || null,
            state: student.state && regions(student.state),
            guardianName: student.guardianName,
            guardianRelation: student.guardianRelation,
            guardianPhone: student.guardianPhone && <Call number={student.guardianPhone} />,
            source: student.source && t(`sources.${student.source}`),
            language: t(`languages.${student.language}`),
            idSeen: student.idKind && `${t(`idKinds.${student.idKind}`)} ••••${student.idLast4}`,
          })}
        />
      </Card>
    </div>
  );
}
