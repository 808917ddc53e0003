'use client';

import type { OwnerOutputs } from '@studyspot/api/root';
import { Answered } from '@studyspot/portal/data/answered';
import { useHere } from '@studyspot/portal/data/here';
import { Confirm } from '@studyspot/portal/form/confirm';
import { TextField } from '@studyspot/portal/form/fields';
import { Form } from '@studyspot/portal/form/form';
import { useChange } from '@studyspot/portal/form/use-change';
import { useForm } from '@studyspot/portal/form/use-form';
import { RecordPage } from '@studyspot/portal/page/record-page';
import { PageLink } from '@studyspot/portal/shell/page-link';
import { Button } from '@studyspot/ui/button';
import { Card } from '@studyspot/ui/card';
import { Dialog } from '@studyspot/ui/dialog';
import { EmptyState } from '@studyspot/ui/empty-state';
import { showToast } from '@studyspot/ui/toast';
import { Tags } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { trpc } from '../../../shell/trpc.ts';
import { studentAddress } from '../student-address.ts';

type Label = OwnerOutputs['students']['labels']['items'][number];

function Rename({ label: { id, version, name } }: { label: Label }) {
  const t = useTranslations('students');
  const common = useTranslations('common');
  const [open, setOpen] = useState(false);
  const rename = trpc.students.renameLabel.useMutation();
  const handle = useForm({
    words: 'students',
    schema: async () => (await import('@studyspot/api/domains/students/labels/schema')).renameLabelInput,
    values: { name },
    toInput: (typed: { name: string }) => ({ id, version, name: typed.name }),
    send: rename.mutateAsync,
    done: (label: Label) => {
      setOpen(false);
      showToast({ text: t('labelRenamed', { name: label.name, count: label.students }) });
    },
  });
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-label={t('renameOf', { name })}>
        {t('rename')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('renameOf', { name })} close={common('close')}>
        <Form
          handle={handle}
          submit={t('rename')}
          inDialog
          aside={<Button onClick={() => setOpen(false)}>{common('cancel')}</Button>}
        >
          <TextField name="name" word="label" maxLength={40} autoComplete="off" data-first />
        </Form>
      </Dialog>
    </>
  );
}

function Row({ label, mayChange }: { label: Label; mayChange: boolean }) {
  const t = useTranslations('students');
  const { change, busy } = useChange();
  const remove = trpc.students.removeLabel.useMutation();
  const { id, version, name, students } = label;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3">
      <PageLink
        href={`${studentAddress.path}?${new URLSearchParams({ label: name })}`}
        className="min-w-0 flex-1 basis-40 break-words text-primary underline underline-offset-2"
      >
        {name}
      </PageLink>
      <span className="text-sm text-text-muted">{t('count', { count: students })}</span>
      {mayChange ? (
        <div className="flex gap-2">
          <Rename label={label} />
          <Confirm
            label={t('remove')}
            title={t('removeLabelTitle', { name })}
            confirm={t('remove')}
            busy={busy}
            run={() =>
              change({
                run: () => remove.mutateAsync({ id, version }),
                said: (gone) => t('labelRemoved', { name, count: gone.students }),
              })
            }
          >
            {t('removeLabelBody', { name, count: students })}
          </Confirm>
        </div>
      ) : null}
    </li>
  );
}

/** The words that a business has for its students, and how many bear each. */
export function LabelsScreen() {
  const t = useTranslations('students');
  const { may } = useHere();
  const reading = trpc.students.labels.useQuery({});
  return (
    <RecordPage words="students" list={studentAddress.path} title={t('labels')} note={t('labelsLead')}>
      <Answered reading={reading}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={<Tags size={24} strokeWidth={1.75} />} title={t('noLabels')}>
              {t('noLabelsHelp')}
            </EmptyState>
          ) : (
            <Card>
              <ul className="-my-3 divide-y divide-line">
                {items.map((label) => (
                  <Row key={label.id} label={label} mayChange={may('students:labels')} />
                ))}
              </ul>
            </Card>
          )
        }
      </Answered>
    </RecordPage>
  );
}
