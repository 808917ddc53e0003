'use client';

import type { Code } from '@studyspot/api/errors/codes';
import { Button } from '@studyspot/ui/button';
import { ErrorSummary } from '@studyspot/ui/error-summary';
import { Notice } from '@studyspot/ui/notice';
import { useTranslations } from 'next-intl';
import type { FocusEventHandler, FormEventHandler, ReactNode, RefObject } from 'react';
import { type FieldValues, FormProvider, type UseFormReturn } from 'react-hook-form';
import { Contested, type ContestedProps } from './contested.tsx';
import { FormContext, type FormFacts } from './form-context.tsx';
import type { SummaryLine } from './use-form.tsx';
import { useReady } from './use-ready.tsx';

interface Handle<Values extends FieldValues> {
  fields: UseFormReturn<Values>;
  facts: FormFacts;
  busy: boolean;
  failed: { title: string; code: Code | null } | null;
  lines: ReadonlyArray<SummaryLine & { isMended: boolean }>;
  summary: RefObject<HTMLDivElement | null>;
  restored: boolean;
  discard: () => void;
  foreign: ContestedProps['foreign'];
  form: {
    ref: RefObject<HTMLFormElement | null>;
    noValidate: boolean;
    onSubmit: FormEventHandler<HTMLFormElement>;
    onBlur: FocusEventHandler<HTMLFormElement>;
    onInput: FormEventHandler<HTMLFormElement>;
  };
}

export interface FormProps<Values extends FieldValues> {
  handle: Handle<Values>;
  submit: string;
  look?: 'primary' | 'danger-solid';
  /** Beside the submit button: a way out. */
  aside?: ReactNode;
  /** Said under the title of the summary, for failures that need a way on. */
  wayOn?: (code: Code | null) => ReactNode;
  /** Long forms: the button stays in sight on phones, unless the text is so large that it would hide the fields. */
  sticky?: boolean;
  /** The buttons stand as those of every dialog do. */
  inDialog?: boolean;
  children: ReactNode;
}

export function Form<Values extends FieldValues>(props: FormProps<Values>) {
  const { handle, submit, look = 'primary', aside, wayOn, sticky, inDialog, children } = props;
  const t = useTranslations('common');
  const { failed, lines } = handle;
  const isReady = useReady();
  const bar = sticky
    ? 'max-lg:[@media(min-height:26rem)]:sticky max-lg:bottom-16 max-lg:z-10 max-lg:-mx-4 max-lg:border-t max-lg:border-line max-lg:bg-bg max-lg:px-4 max-lg:py-3'
    : '';
  return (
    <FormContext value={handle.facts}>
      <FormProvider {...handle.fields}>
        <form method="post" {...handle.form} className="flex flex-col gap-5">
          {failed ? (
            <ErrorSummary ref={handle.summary} title={failed.title} detail={wayOn?.(failed.code)} errors={lines} />
          ) : null}
          {handle.restored ? (
            <Notice
              action={
                <Button size="small" onClick={handle.discard}>
                  {t('discardDraft')}
                </Button>
              }
            >
              {t('draftRestored')}
            </Notice>
          ) : null}
          <Contested foreign={handle.foreign} />
          {children}
          <div
            className={
              inDialog
                ? 'flex flex-col-reverse gap-2 sm:flex-row sm:justify-end'
                : `flex flex-wrap items-center gap-3 ${bar}`
            }
          >
            {inDialog ? aside : null}
            <Button
              type="submit"
              look={look}
              busy={handle.busy}
              waits={!isReady}
              className={inDialog ? undefined : 'max-sm:flex-1'}
            >
              {submit}
            </Button>
            {inDialog ? null : aside}
          </div>
        </form>
      </FormProvider>
    </FormContext>
  );
}
