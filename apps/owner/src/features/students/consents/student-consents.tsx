'use client';

import type { OwnerOutputs } from '@studyspot/api/root';
import { Answered } from '@studyspot/portal/data/answered';
import { dayText } from '@studyspot/portal/day';
import { Button } from '@studyspot/ui/button';
import { Card } from '@studyspot/ui/card';
import { StatusChip } from '@studyspot/ui/status-chip';
import dynamic from 'next/dynamic';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { trpc } from '../../../shell/trpc.ts';

type Student = OwnerOutputs['students']['get'];
type Consent = OwnerOutputs['students']['consents']['items'][number];

const RecordConsent = dynamic(async () => (await import('./consent-forms.tsx')).RecordConsent);
const Withdraw = dynamic(async () => (await import('./consent-forms.tsx')).Withdraw);

function Given({ consent, mayChange }: { consent: Consent; mayChange: boolean }) {
  const t = useTranslations('students');
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const { purpose, wording, through, givenOn, guardianName, guardianRelation, memberName, withdrawal } = consent;
  const by = guardianName ? t('byGuardian', { name: guardianName, relation: guardianRelation ?? '' }) : t('bySelf');
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-48 break-words">
        <p className="flex flex-wrap items-center gap-2">
          {t(`purposes.${purpose}`)}
          <StatusChip tone={withdrawal ? 'neutral' : 'success'}>{t(withdrawal ? 'takenBack' : 'agreed')}</StatusChip>
        </p>
        <p className="text-sm text-text-muted">
          {t('consentGiven', {
            by,
            day: dayText(locale, givenOn),
            through: t(`throughs.${through}`),
            wording,
            member: memberName,
          })}
        </p>
        {withdrawal ? (
          <p className="text-sm text-text-muted">
            {t('consentTaken', {
              day: dayText(locale, withdrawal.withdrawnOn),
              through: t(`throughs.${withdrawal.through}`),
              member: withdrawal.memberName,
            })}
          </p>
        ) : null}
      </div>
      {mayChange && !withdrawal ? (
        <Button
          size="small"
          onClick={() => setOpen(true)}
          aria-label={t('withdrawOf', { what: t(`purposes.${purpose}`) })}
        >
          {t('withdraw')}
        </Button>
      ) : null}
      {isOpen ? <Withdraw consent={consent} close={() => setOpen(false)} /> : null}
    </li>
  );
}

/** What somebody has agreed to, and taken back. */
export function StudentConsents({ student, mayChange }: { student: Student; mayChange: boolean }) {
  const t = useTranslations('students');
  const reading = trpc.students.consents.useQuery({ id: student.id });
  const [isOpen, setOpen] = useState(false);
  return (
    <Card
      id="consents"
      title={t('consents')}
      action={
        mayChange && student.removedAt === null ? (
          <Button size="small" onClick={() => setOpen(true)}>
            {t('recordConsent')}
          </Button>
        ) : null
      }
    >
      {isOpen ? <RecordConsent student={student} close={() => setOpen(false)} /> : null}
      <Answered reading={reading}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-text-muted">{t('noConsents')}</p>
          ) : (
            <ul className="-my-3 divide-y divide-line">
              {items.map((consent) => (
                <Given key={consent.id} consent={consent} mayChange={mayChange} />
              ))}
            </ul>
          )
        }
      </Answered>
    </Card>
  );
}
