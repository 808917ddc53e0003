'use client';

import { ButtonLink } from '@studyspot/ui/button';
import { showToast } from '@studyspot/ui/toast';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CancelEdit, useLeaveEdit } from '../record/edit-in-place.tsx';
import { useOwner } from '../shell/api-client.tsx';
import { PageLink } from '../shell/page-link.tsx';
import type { Schema } from './field-faults.tsx';
import { type Rows, readRows, startRows, type ValuesOf } from './field-rows.tsx';
import { Form } from './form.tsx';
import { useRequestKey } from './request-key.tsx';
import { useForm } from './use-form.tsx';

/** The state of a record that a change is made to. */
export interface Versioned {
  id: string;
  version: number;
}

interface Saved extends Versioned {
  name: string;
}

export interface RecordFormProps<Declared extends Rows, Created extends object> {
  /** The group of words of the domain; its fields' names are the labels. */
  words: string;
  /** Null adds a new one. */
  record: Versioned | null;
  /** Whatever stands in the form, wherever it is drawn. */
  rows: Declared;
  /** What a new one begins with. */
  begins?: object;
  /** What follows from the others where a field was left empty. */
  settle?: (values: ValuesOf<Declared>) => ValuesOf<Declared>;
  /** From which of them. */
  follows?: Readonly<Record<string, string>>;
  create?: {
    schema: () => Promise<Schema>;
    send: (input: ValuesOf<Declared> & { requestKey: string }) => Promise<Created>;
    /** What is told and where it leads, where that is not the name and the list. */
    said?: (created: Created) => string;
    leads?: (created: Created) => string;
  };
  update?: { schema: () => Promise<Schema>; send: (input: ValuesOf<Declared> & Versioned) => Promise<Saved> };
  /** The list that a form of a new one goes back to. */
  list?: string;
  children: ReactNode;
}

/** Adds a record or changes the one that is open, and says what became of it. */
export function RecordForm<Declared extends Rows, Created extends object>(props: RecordFormProps<Declared, Created>) {
  const { words, record, rows, begins = null, settle = (values) => values, create, update, list } = props;
  const t = useTranslations(words);
  const common = useTranslations('common');
  const router = useRouter();
  const owner = useOwner();
  const requestKey = useRequestKey();
  const leaveEdit = useLeaveEdit();
  const way = record ? update : create;
  if (!way) throw new Error(`the form of ${words} cannot save this`);

  const added = (created: Created) => {
    const name = 'name' in created ? String(created.name) : '';
    showToast({ text: create?.said?.(created) ?? t('created', { name }) });
    router.push(create?.leads?.(created) ?? list ?? '/');
  };
  const handle = useForm({
    words,
    schema: way.schema,
    values: startRows(rows, record ?? begins),
    toInput: (typed) => ({
      ...settle(readRows(typed, rows)),
      ...(record ? { id: record.id, version: record.version } : { requestKey }),
    }),
    // What is done afterwards depends on which of the two was sent.
    send: async (input) => {
      if (record && update) {
        const { name } = await update.send({ ...input, id: record.id, version: record.version });
        return () => {
          showToast({ text: t('saved', { name }) });
          leaveEdit();
        };
      }
      const output = await create?.send({ ...input, requestKey });
      return () => output && added(output);
    },
    done: (tell) => tell(),
    follows: props.follows,
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
      sticky
      aside={
        record || !list ? (
          <CancelEdit />
        ) : (
          <ButtonLink as={PageLink} look="quiet" href={list}>
            {common('cancel')}
          </ButtonLink>
        )
      }
      wayOn={(code) => (code === 'limit_exceeded' && t.has('limitHelp') ? t('limitHelp') : null)}
    >
      {props.children}
    </Form>
  );
}
