'use client';

import { Button } from '@studyspot/ui/button';
import { Dialog } from '@studyspot/ui/dialog';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import type { ZodMiniType } from 'zod/mini';
import { TextareaField } from './fields.tsx';
import { Form } from './form.tsx';
import { useForm } from './use-form.tsx';

export interface ReasonDialogProps<Input, Output> {
  /** The group of words of the domain: it has the act, and its `Title`, `Body` and `Help`. */
  words: string;
  act: string;
  /** What is acted on, as those words name it. */
  name?: string;
  look?: 'danger' | 'secondary';
  size?: 'small';
  schema: () => Promise<ZodMiniType<Input, Input>>;
  toInput: (reason: string) => Input;
  send: (input: Input) => Promise<Output>;
  done: (output: Output) => void;
  /** It is open when the page opens, and says when it closes. */
  opens?: boolean;
  closed?: () => void;
  /** What else is asked. */
  children?: ReactNode;
}

/** Others' work stops by it, so it asks for the reason first. */
export function ReasonDialog<Input, Output>(props: ReasonDialogProps<Input, Output>) {
  const { words, act, name = '', look = 'danger', size, schema, toInput, send, done, opens = false, closed } = props;
  const t = useTranslations(words);
  const common = useTranslations('common');
  const [open, setOpen] = useState(opens);
  const close = () => {
    setOpen(false);
    closed?.();
  };
  const handle = useForm({
    schema,
    values: { reason: '' },
    toInput: ({ reason }) => toInput(reason),
    clears: true,
    send,
    done: (output: Output) => {
      close();
      done(output);
    },
  });
  return (
    <>
      <Button look={look} {...(size && { size })} onClick={() => setOpen(true)}>
        {t(act)}
      </Button>
      <Dialog open={open} onClose={close} title={t(`${act}Title`, { name })} close={common('close')}>
        <p className="mb-4">{t(`${act}Body`, { name })}</p>
        <Form
          handle={handle}
          submit={t(act)}
          look={look === 'danger' ? 'danger-solid' : 'primary'}
          inDialog
          aside={<Button onClick={close}>{common('cancel')}</Button>}
        >
          {props.children}
          <TextareaField name="reason" label={t('reason')} help={t(`${act}Help`)} maxLength={500} data-first />
        </Form>
      </Dialog>
    </>
  );
}
