'use client';

import { ButtonLink } from '@studyspot/ui/button';
import { showToast } from '@studyspot/ui/toast';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { useOwner } from '../shell/api-client.tsx';
import { PageLink } from '../shell/page-link.tsx';
import type { Schema } from './field-faults.tsx';
import { Form } from './form.tsx';
import { useRequestKey } from './request-key.tsx';
import { useForm } from './use-form.tsx';

interface Saved extends Versioned {
  name: string;
}

/** The state of a record that a change is made to. */
export interface Versioned {
  id: string;
  version: number;
}

export interface RecordFormProps<Values, Created extends object> {
  /** The group of words of the domain; its fields' names are the labels. */
  words: string;
  /** Null adds a new one. */
  record: Versioned | null;
  read: (form: FormData) => Values;
  create?: {
    schema: Schema;
    send: (input: Values & { requestKey: string }) => Promise<Created>;
    /** What is told and where it leads, where that is not the name and the list. */
    said?: (created: Created) => string;
    leads?: (created: Created) => string;
  };
  update?: { schema: Schema; send: (input: Values & Versioned) => Promise<Saved> };
  /** The list that a form with a page of its own goes back to. */
  list?: string;
  children: ReactNode;
}

/** Adds a record or changes the version that was opened, and says what became of it. */
export function RecordForm<Values, Created extends object>(props: RecordFormProps<Values, Created>) {
  const [opened, open] = useState(props.record);
  return <OpenedForm key={opened?.version} {...props} record={opened} reopen={open} />;
}

function OpenedForm<Values, Created extends object>(
  props: RecordFormProps<Values, Created> & { reopen: (record: Versioned) => void },
) {
  const { words, record, create, update, list, reopen } = props;
  const t = useTranslations(words);
  const common = useTranslations('common');
  const router = useRouter();
  const owner = useOwner();
  const requestKey = useRequestKey();
  const way = record ? update : create;
  if (!way) throw new Error(`the form of ${words} cannot save this`);

  const added = (created: Created) => {
    const name = 'name' in created ? String(created.name) : '';
    showToast({ text: create?.said?.(created) ?? t('created', { name }) });
    router.push(create?.leads?.(created) ?? list ?? '/');
  };
  const saved = (output: Saved) => {
    showToast({ text: t('saved', { name: output.name }) });
    reopen(output);
  };
  const handle = useForm({
    words,
    record,
    schema: way.schema,
    read: props.read,
    complete: (values) => ({ ...values, ...(record ? { id: record.id, version: record.version } : { requestKey }) }),
    // What is done afterwards depends on which of the two was sent.
    send: async (values) => {
      if (record && update) {
        const output = await update.send({ ...values, id: record.id, version: record.version });
        return () => saved(output);
      }
      const output = await create?.send({ ...values, requestKey });
      return () => output && added(output);
    },
    done: (tell) => tell(),
    draft: `${owner}:${words}:${record?.id ?? 'new'}`,
    sentences: {
      limit_exceeded: ({ details }) => {
        if (!t.has('limit')) return undefined;
        return details?.limit === undefined ? t('limitPlain') : t('limit', { limit: Number(details.limit) });
      },
      changed_meanwhile: () => t('changed'),
    },
  });

  return (
    <Form
      handle={handle}
      submit={record ? common('save') : t('add')}
      sticky={list !== undefined}
      aside={
        list ? (
          <ButtonLink as={PageLink} look="quiet" href={list}>
            {common('cancel')}
          </ButtonLink>
        ) : null
      }
      wayOn={(code) => {
        if (code === 'limit_exceeded' && t.has('limitHelp')) return t('limitHelp');
        if (code !== 'changed_meanwhile') return null;
        return (
          <button
            type="button"
            className="min-h-6 underline underline-offset-2"
            onClick={() => window.location.reload()}
          >
            {common('reload')}
          </button>
        );
      }}
    >
      {props.children}
    </Form>
  );
}
