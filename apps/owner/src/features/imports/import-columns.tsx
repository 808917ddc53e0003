'use client';

import type { OwnerOutputs } from '@studyspot/api/root';
import { useChange } from '@studyspot/portal/form/use-change';
import { Button } from '@studyspot/ui/button';
import { Card } from '@studyspot/ui/card';
import { Field } from '@studyspot/ui/field';
import { Select } from '@studyspot/ui/input';
import { Notice } from '@studyspot/ui/notice';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { trpc } from '../../shell/trpc.ts';
import { useColumnWords } from './use-column-words.tsx';

type Import = OwnerOutputs['imports']['get'];

const SAMPLES = 3;

/** Which column of the file means what: guessed, with what stands in it, for a person to change. */
export function ImportColumns({ register, onDone }: { register: Import; onDone: () => void }) {
  const t = useTranslations('imports');
  const wordOf = useColumnWords(register.kind);
  const map = trpc.imports.map.useMutation();
  const { change, busy } = useChange();
  const { id, version, known, first } = register;
  const [columns, setColumns] = useState(register.columns);
  const [headerNo, setHeaderNo] = useState(register.headerNo);
  const titles = first.find(({ no }) => no === headerNo)?.cells ?? [];
  const below = first.filter(({ no }) => no > headerNo);
  const isTwice = columns.some((name, at) => name !== null && columns.indexOf(name) !== at);
  const lacks = ['name', 'phone'].filter((name) => known.includes(name) && !columns.includes(name));
  const choose = (at: number, name: string) =>
    setColumns(columns.map((one, index) => (index === at ? name || null : one)));

  return (
    <Card title={t('columnsTitle')} id="columns" description={t('columnsHelp')}>
      <div className="flex flex-col gap-4">
        <Field id="header" label={t('header')} help={t('headerHelp')}>
          <Select id="header" value={headerNo} onChange={({ target }) => setHeaderNo(Number(target.value))}>
            <option value={0}>{t('noHeader')}</option>
            {first.map(({ no, cells }) => (
              <option key={no} value={no}>
                {t('line', { no })}: {cells.filter(Boolean).join(' · ').slice(0, 60)}
              </option>
            ))}
          </Select>
        </Field>
        <ul className="grid gap-4 sm:grid-cols-2">
          {columns.map((name, at) => {
            const samples = below.map(({ cells }) => cells[at]).filter(Boolean);
            const key = `column-${at}`;
            if (samples.length === 0 && !titles[at]) return null;
            return (
              <li key={key} className="min-w-0">
                <Field
                  id={key}
                  label={titles[at] || t('column', { no: at + 1 })}
                  help={samples.slice(0, SAMPLES).join(' · ') || t('blank')}
                >
                  <Select
                    id={key}
                    aria-describedby={`${key}-help`}
                    value={name ?? ''}
                    onChange={({ target }) => choose(at, target.value)}
                  >
                    <option value="">{t('leaveColumn')}</option>
                    {known.map((one) => (
                      <option key={one} value={one}>
                        {wordOf(one)}
                      </option>
                    ))}
                  </Select>
                </Field>
              </li>
            );
          })}
        </ul>
        {isTwice ? <Notice tone="warning">{t('columnTwice')}</Notice> : null}
        {lacks.length > 0 ? (
          <Notice tone="warning">{t('columnsMissing', { names: lacks.map(wordOf).join(', ') })}</Notice>
        ) : null}
        {columns.includes('age') ? <Notice>{t('ageHelp')}</Notice> : null}
        <div>
          <Button
            look="primary"
            busy={busy}
            disabled={isTwice || lacks.length > 0}
            onClick={() =>
              void change({
                run: () => map.mutateAsync({ id, version, headerNo, columns }),
                said: () => null,
              }).then((done) => done && onDone())
            }
          >
            {t('check')}
          </Button>
        </div>
      </div>
    </Card>
  );
}
