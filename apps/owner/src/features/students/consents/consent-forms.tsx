'use client';

import { CONSENT_PURPOSES, CONSENT_WAYS, CONSENT_WORDINGS } from '@studyspot/api/domains/students/consents/names';
import type { OwnerOutputs } from '@studyspot/api/root';
import { indianDay } from '@studyspot/portal/day';
import { choice, day, FieldRows, readRows, startRows, text } from '@studyspot/portal/form/field-rows';
import { useTyped } from '@studyspot/portal/form/fields';
import { Form } from '@studyspot/portal/form/form';
import { newKey } from '@studyspot/portal/form/request-key';
import { useForm } from '@studyspot/portal/form/use-form';
import { Button } from '@studyspot/ui/button';
import { Dialog } from '@studyspot/ui/dialog';
import { showToast } from '@studyspot/ui/toast';
import { useLocale, useTranslations } from 'next-intl';
import { trpc } from '../../../shell/trpc.ts';

type Student = OwnerOutputs['students']['get'];
type Consent = OwnerOutputs['students']['consents']['items'][number];

const schemas = () => import('@studyspot/api/domains/students/consents/schema');

const asked = {
  purpose: choice(CONSENT_PURPOSES, 'purposes', 'records'),
  through: choice(CONSENT_WAYS, 'throughs', 'form'),
  givenOn: day({ optional: false }),
  guardianName: text({ optional: true, maxLength: 120 }),
  guardianRelation: text({ optional: true, maxLength: 40 }),
};
const takenBack = { through: choice(CONSENT_WAYS, 'throughs', 'form'), withdrawnOn: day({ optional: false }) };

/** What they are asked, word for word. */
function Wording() {
  const t = useTranslations('students');
  const purpose = useTyped('purpose');
  return (
    <blockquote className="rounded-card bg-muted px-3 py-2 text-sm">
      {t(`wordings.${CONSENT_WORDINGS[0]}.${purpose}`)}
    </blockquote>
  );
}

export function RecordConsent({ student, close }: { student: Student; close: () => void }) {
  const { id, name, guardianName, guardianRelation } = student;
  const language = useLocale();
  const t = useTranslations('students');
  const common = useTranslations('common');
  const record = trpc.students.recordConsent.useMutation();
  const begins = { guardianName, guardianRelation, givenOn: indianDay(new Date()) };
  const handle = useForm({
    words: 'students',
    schema: async () => (await schemas()).recordConsentInput,
    values: startRows(asked, begins),
    toInput: (typed) => ({
      ...readRows(typed, asked),
      // In the words in which they have read it.
      ...{ requestKey: newKey(), id, wording: CONSENT_WORDINGS[0], language },
    }),
    clears: true,
    send: record.mutateAsync as never,
    done: () => {
      close();
      showToast({ text: t('consentRecorded', { name }) });
    },
  });
  return (
    <Dialog open onClose={close} title={t('recordConsent')} close={common('close')}>
      <Form
        handle={handle}
        submit={t('recordConsent')}
        inDialog
        aside={<Button onClick={close}>{common('cancel')}</Button>}
      >
        <Wording />
        <FieldRows rows={asked} />
      </Form>
    </Dialog>
  );
}

export function Withdraw({ consent: { id, purpose }, close }: { consent: Consent; close: () => void }) {
  const t = useTranslations('students');
  const common = useTranslations('common');
  const withdraw = trpc.students.withdrawConsent.useMutation();
  const what = t(`purposes.${purpose}`);
  const handle = useForm({
    words: 'students',
    schema: async () => (await schemas()).withdrawConsentInput,
    values: startRows(takenBack, { withdrawnOn: indianDay(new Date()) }),
    toInput: (typed) => ({ ...readRows(typed, takenBack), requestKey: newKey(), id }),
    clears: true,
    send: withdraw.mutateAsync as never,
    done: () => {
      close();
      showToast({ text: t('consentWithdrawn', { what }) });
    },
  });
  return (
    <Dialog open onClose={close} title={t('withdrawOf', { what })} close={common('close')}>
      <p className="mb-4">{t('withdrawBody')}</p>
      <Form handle={handle} submit={t('withdraw')} inDialog aside={<Button onClick={close}>{common('cancel')}</Button>}>
        <FieldRows rows={takenBack} />
      </Form>
    </Dialog>
  );
}
