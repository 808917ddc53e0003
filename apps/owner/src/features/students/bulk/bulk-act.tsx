'use client';

import { STUDENT_BULK_ACTS } from '@studyspot/api/domains/students/bulk/names';
import { SelectField, TextareaField, TextField, useTyped } from '@studyspot/portal/form/fields';
import { Form } from '@studyspot/portal/form/form';
import { newKey } from '@studyspot/portal/form/request-key';
import { useForm } from '@studyspot/portal/form/use-form';
import { Button } from '@studyspot/ui/button';
import { Dialog } from '@studyspot/ui/dialog';
import { ListChecks } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { trpc } from '../../../shell/trpc.ts';
import { LibraryField } from '../library-field.tsx';
import type { StudentFilters } from '../student-address.ts';
import type { Bulk } from './use-bulk.tsx';

type Act = (typeof STUDENT_BULK_ACTS)[number];

interface Typed {
  do: Act;
  label: string;
  reason: string;
  homeId: string;
  over: 'chosen' | 'all';
}

/** What it is done with, as the act asks for it. */
function With() {
  const t = useTranslations('students');
  const act = useTyped('do');
  const id = useId();
  const { data } = trpc.students.labels.useQuery({});
  if (act === 'label' || act === 'unlabel')
    return (
      <>
        <TextField name="label" word="label" maxLength={40} list={id} autoComplete="off" />
        <datalist id={id}>
          {data?.items.map(({ id: key, name }) => (
            <option key={key} value={name} />
          ))}
        </datalist>
      </>
    );
  if (act === 'suspend')
    return <TextareaField name="reason" label={t('reason')} help={t('suspendHelp')} maxLength={300} />;
  return act === 'transfer' ? <LibraryField name="homeId" choose={t('chooseLibrary')} /> : null;
}

export interface BulkActProps {
  chosen: readonly string[];
  filters: StudentFilters;
  /** How many match; null where that is more than anyone counts. */
  total: number | null;
  done: (bulk: Bulk) => void;
}

/** One thing done to all that were chosen, or to all that match. */
export function BulkAct({ chosen, filters, total, done }: BulkActProps) {
  const t = useTranslations('students');
  const common = useTranslations('common');
  const [open, setOpen] = useState(false);
  const bulk = trpc.students.bulk.useMutation();
  const values: Typed = { do: 'label', label: '', reason: '', homeId: '', over: 'chosen' };
  const [over, setOver] = useState<Typed['over']>('chosen');
  const handle = useForm({
    words: 'students',
    schema: async () => (await import('@studyspot/api/domains/students/bulk/schema')).studentBulkAct,
    values,
    toInput: (typed: Typed) => ({
      do: typed.do,
      ...((typed.do === 'label' || typed.do === 'unlabel') && { label: typed.label }),
      ...(typed.do === 'suspend' && { reason: typed.reason }),
      ...(typed.do === 'transfer' && { homeId: typed.homeId || undefined }),
    }),
    clears: true,
    send: (act) =>
      bulk.mutateAsync({ requestKey: newKey(), act, filters, ...(over === 'chosen' && { only: [...chosen] }) }),
    done: (answer: Bulk) => {
      setOpen(false);
      done(answer);
    },
  });
  const overs = {
    chosen: t('overChosen', { count: chosen.length }),
    all: t(total === null ? 'overMany' : 'overAll', { count: total ?? 0 }),
  };
  return (
    <>
      <Button
        size="small"
        icon={<ListChecks size={20} strokeWidth={1.75} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {t('bulk')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('bulkTitle')} close={common('close')}>
        <Form
          handle={handle}
          submit={t('bulkDo')}
          inDialog
          aside={<Button onClick={() => setOpen(false)}>{common('cancel')}</Button>}
        >
          <SelectField name="do" word="bulkAct" data-first>
            {STUDENT_BULK_ACTS.map((act) => (
              <option key={act} value={act}>
                {t(`bulkActs.${act}`)}
              </option>
            ))}
          </SelectField>
          <With />
          <SelectField name="over" word="over" onChange={({ target }) => setOver(target.value as Typed['over'])}>
            {(['chosen', 'all'] as const).map((one) => (
              <option key={one} value={one}>
                {overs[one]}
              </option>
            ))}
          </SelectField>
        </Form>
      </Dialog>
    </>
  );
}
