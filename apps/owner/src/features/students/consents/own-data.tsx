'use client';

import { useChange } from '@studyspot/portal/form/use-change';
import { saveLines } from '@studyspot/portal/list/save-csv';
import { Button } from '@studyspot/ui/button';
import { Download } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { trpc } from '../../../shell/trpc.ts';

/** A file with all that is kept about one, to hand to them. */
export function OwnDataButton({ id, name }: { id: string; name: string }) {
  const t = useTranslations('students');
  const words = {
    t,
    fields: useTranslations('timeline.fields'),
    regions: useTranslations('regions'),
    events: useTranslations('timeline.events'),
    locale: useLocale(),
  };
  const taking = trpc.students.ownData.useMutation();
  const { change, busy } = useChange();
  const run = async () => {
    const [{ ownLines }, own] = await Promise.all([import('./own-lines.tsx'), taking.mutateAsync({ id })]);
    const lines = ownLines(words, own).filter(([, value]) => value !== '');
    saveLines(`${name} ${t('ownFile')}`, lines);
  };
  return (
    <Button
      icon={<Download size={20} strokeWidth={1.75} aria-hidden="true" />}
      busy={busy}
      onClick={() => void change({ run, said: () => t('ownDataSaved', { name }) })}
    >
      {t('ownData')}
    </Button>
  );
}
