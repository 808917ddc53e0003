'use client';

import { MOST_VIEWS } from '@studyspot/api/domains/system/views/names';
import { Button } from '@studyspot/ui/button';
import { Dialog } from '@studyspot/ui/dialog';
import { useTranslations } from 'next-intl';
import { TextField } from '../form/fields.tsx';
import { Form } from '../form/form.tsx';
import { useForm } from '../form/use-form.tsx';
import type { ListQuery } from './list-query.tsx';
import { useViews } from './use-views.tsx';

export interface KeepViewProps {
  of: string;
  query: ListQuery<string, string>;
  onClose: () => void;
}

export function KeepView({ of, query, onClose }: KeepViewProps) {
  const t = useTranslations('list');
  const common = useTranslations('common');
  const { keep } = useViews(of, query);
  const handle = useForm({
    schema: async () => (await import('@studyspot/api/domains/system/views/schema')).viewName,
    values: { name: '' },
    toInput: (typed) => typed,
    clears: true,
    send: ({ name }) => keep(name),
    done: onClose,
    sentences: {
      validation: ({ fields }) =>
        fields.some(({ path }) => path === 'saved') ? t('viewsFull', { most: MOST_VIEWS }) : undefined,
    },
  });
  return (
    <Dialog open onClose={onClose} title={t('keepView')} close={common('close')}>
      <Form handle={handle} submit={t('keep')} inDialog aside={<Button onClick={onClose}>{common('cancel')}</Button>}>
        <TextField name="name" label={t('viewName')} help={t('viewHelp')} maxLength={40} data-first />
      </Form>
    </Dialog>
  );
}
