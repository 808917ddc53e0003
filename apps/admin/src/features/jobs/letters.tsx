'use client';

import type { AdminOutputs } from '@studyspot/api/root';
import { countText } from '@studyspot/portal/count';
import { Moment } from '@studyspot/portal/day';
import { useChange } from '@studyspot/portal/form/use-change';
import { Button } from '@studyspot/ui/button';
import { Card } from '@studyspot/ui/card';
import { Table } from '@studyspot/ui/table';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';

type Told = AdminOutputs['jobs']['letters'];

/** What became of the letters about signing in, and what can be done for those that did not arrive. */
export function Letters({ told, mayAct }: { told: Told; mayAct: boolean }) {
  const t = useTranslations('health.letters');
  return (
    <Card id="letters" title={t('title')} description={t('help')}>
      <Kinds kinds={told.kinds} />
      <h3 className="mt-5 mb-1 font-medium">{t('lostList')}</h3>
      {told.lost.length === 0 ? (
        <p className="text-text-muted">{t('lostNone')}</p>
      ) : (
        <ul aria-label={t('lostList')} className="-mb-4 divide-y divide-line">
          {told.lost.map((letter) => (
            <Lost key={letter.id} letter={letter} mayAct={mayAct} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Kinds({ kinds }: Pick<Told, 'kinds'>) {
  const t = useTranslations('health.letters');
  const words = useTranslations('letters');
  if (kinds.length === 0) return <p className="text-text-muted">{t('none')}</p>;
  return (
    <Table
      caption={t('title')}
      rows={kinds}
      rowKey={({ purpose }) => purpose}
      columns={[
        { key: 'kind', header: t('kind'), area: 'title', cell: ({ purpose }) => words(`purposes.${purpose}`) },
        { key: 'sent', header: t('sent'), area: 'side', numeric: true, cell: ({ sent }) => countText(sent) },
        { key: 'waiting', header: t('waiting'), area: 'none', numeric: true, cell: (kind) => countText(kind.waiting) },
        { key: 'lost', header: t('lost'), area: 'none', numeric: true, cell: ({ lost }) => countText(lost) },
        {
          key: 'reason',
          header: t('reason'),
          area: 'detail',
          cell: ({ reason }) => (reason ? words(`fates.${reason}`) : '–'),
        },
      ]}
    />
  );
}

function Lost({ letter, mayAct }: { letter: Told['lost'][number]; mayAct: boolean }) {
  const t = useTranslations('health.letters');
  const words = useTranslations('letters');
  const { change, busy } = useChange();
  const { mutateAsync } = trpc.jobs.sendAgain.useMutation();
  const { id, purpose, to, reason, at, again } = letter;
  return (
    <li className="flex flex-col gap-2 py-4 lg:flex-row lg:items-start lg:gap-6">
      <div className="min-w-0 flex-1">
        <p className="break-words font-medium">
          {words(`purposes.${purpose}`)}
          <span className="text-text-muted"> · {to}</span>
        </p>
        <p className="mt-0.5">{words(`fates.${reason}`)}</p>
        <p className="mt-0.5 text-sm text-text-muted">
          <Moment at={at} />
        </p>
      </div>
      {mayAct && again ? (
        <Button
          size="small"
          className="self-start"
          busy={busy}
          onClick={() => void change({ run: () => mutateAsync({ id }), said: () => t('sentAgain') })}
        >
          {t('again')}
        </Button>
      ) : null}
    </li>
  );
}
