'use client';

import type { AdminOutputs } from '@studyspot/api/root';
import { Moment } from '@studyspot/portal/day';
import { Card } from '@studyspot/ui/card';
import { Select } from '@studyspot/ui/input';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { trpc } from '../../shell/trpc.ts';
import { useKindName } from './done-kinds.tsx';
import { GivenUpDialog } from './given-up-dialog.tsx';
import type { Health } from './health-screen.tsx';
import { JobActions } from './job-actions.tsx';

export type Job = AdminOutputs['jobs']['list'][number];

const EVERY = { refetchInterval: 5_000 };

/** What nobody tries any more, each with what can be done about it. */
export function GivenUp({ dead, mayAct }: Pick<Health, 'dead'> & { mayAct: boolean }) {
  const t = useTranslations('health');
  const nameOf = useKindName();
  const [kind, setKind] = useState('');
  const [tenantId, setTenant] = useState('');
  const [opened, open] = useState<Job | null>(null);
  const isFiltered = kind !== '' || tenantId !== '';
  const input = { ...(kind && { kind }), ...(tenantId && { tenantId }) };
  const { data } = trpc.jobs.list.useQuery(input, { ...EVERY, placeholderData: (previous) => previous });
  if (!data) return null;
  return (
    <Card id="given-up" title={t('givenUp')} description={dead.length > 0 ? t('givenUpHelp') : null}>
      {dead.length > 1 || isFiltered ? (
        <div className="mb-2 flex flex-wrap gap-2">
          <Choice
            label={t('kind')}
            all={t('allKinds')}
            value={kind}
            onChange={setKind}
            of={new Map(dead.map((one) => [one.kind, nameOf(one.kind)]))}
          />
          <Choice
            label={t('customer')}
            all={t('everybody')}
            value={tenantId}
            onChange={setTenant}
            of={new Map(dead.map((one) => [one.tenantId, one.name ?? '–']))}
          />
        </div>
      ) : null}
      {data.length === 0 ? (
        <p className="text-text-muted">{t(isFiltered ? 'givenUpNoneSuch' : 'givenUpNone')}</p>
      ) : (
        <ul aria-label={t('givenUp')} className="-mb-4 divide-y divide-line">
          {data.map((job) => (
            <Row key={job.id} job={job} mayAct={mayAct} open={() => open(job)} />
          ))}
        </ul>
      )}
      <GivenUpDialog job={opened} mayAct={mayAct} close={() => open(null)} />
    </Card>
  );
}

interface ChoiceProps {
  label: string;
  all: string;
  value: string;
  onChange: (value: string) => void;
  of: ReadonlyMap<string, string>;
}

function Choice({ label, all, value, onChange, of }: ChoiceProps) {
  return (
    <Select compact aria-label={label} value={value} onChange={({ target }) => onChange(target.value)}>
      <option value="">{all}</option>
      {[...of].map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}

function Row({ job, mayAct, open }: { job: Job; mayAct: boolean; open: () => void }) {
  const t = useTranslations('health');
  const nameOf = useKindName();
  const { tenantName, kind, attempts, error, at } = job;
  return (
    <li className="flex flex-col gap-2 py-4 lg:flex-row lg:items-start lg:gap-6">
      <div className="min-w-0 flex-1">
        <p className="font-medium">
          <button
            type="button"
            onClick={open}
            className="min-h-6 cursor-pointer text-left text-primary underline-offset-2 hover:underline"
          >
            {nameOf(kind)}
          </button>
          {tenantName ? <span className="text-text-muted"> · {tenantName}</span> : null}
        </p>
        <p className="mt-0.5 break-words">{error ?? t('noReason')}</p>
        <p className="mt-0.5 text-sm text-text-muted">
          {t('tries', { count: attempts })} · <Moment at={at} />
        </p>
      </div>
      {mayAct ? <JobActions job={job} /> : null}
    </li>
  );
}
