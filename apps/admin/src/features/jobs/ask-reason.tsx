'use client';

import { TextareaField } from '@studyspot/portal/form/fields';
import { Form } from '@studyspot/portal/form/form';
import { useForm } from '@studyspot/portal/form/use-form';
import { Button } from '@studyspot/ui/button';
import { Dialog } from '@studyspot/ui/dialog';
import { showToast } from '@studyspot/ui/toast';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import type { ZodMiniType } from 'zod/mini';

export interface AskReasonProps<Input> {
  act: 'drop' | 'pause';
  schema: () => Promise<ZodMiniType<Input, Input>>;
  toInput: (reason: string) => Input;
  send: (input: Input) => Promise<unknown>;
  /** What else is asked. */
  children?: ReactNode;
}

/** Work stops by it, so the reason comes first; it stands in the record of changes. */
export function AskReason<Input>({ act, schema, toInput, send, children }: AskReasonProps<Input>) {
  const t = useTranslations('health');
  const common = useTranslations('common');
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const isDrop = act === 'drop';
  const handle = useForm({
    schema,
    values: { reason: '' },
    toInput: ({ reason }) => toInput(reason),
    clears: true,
    send,
    done: () => {
      close();
      showToast({ text: t(isDrop ? 'dropped' : 'paused') });
    },
  });
  return (
    <>
      <Button size="small" look={isDrop ? 'danger' : 'secondary'} onClick={() => setOpen(true)}>
        {t(act)}
      </Button>
      <Dialog open={open} onClose={close} title={t(`${act}Title`)} close={common('close')}>
        <p className="mb-4">{t(`${act}Body`)}</p>
        <Form
          handle={handle}
          submit={t(act)}
          look={isDrop ? 'danger-solid' : 'primary'}
          inDialog
          aside={<Button onClick={close}>{common('cancel')}</Button>}
        >
          {children}
          <TextareaField name="reason" label={t('reason')} help={t('reasonHelp')} maxLength={500} data-first />
        </Form>
      </Dialog>
    </>
  );
}
