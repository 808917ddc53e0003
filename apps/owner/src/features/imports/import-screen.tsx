'use client';

import type { OwnerOutputs } from '@studyspot/api/root';
import { Answered } from '@studyspot/portal/data/answered';
import { Confirm } from '@studyspot/portal/form/confirm';
import { useChange } from '@studyspot/portal/form/use-change';
import { saveRows } from '@studyspot/portal/list/save-csv';
import { LongWork } from '@studyspot/portal/long-work';
import { RecordPage } from '@studyspot/portal/page/record-page';
import { PageLink } from '@studyspot/portal/shell/page-link';
import { Button, ButtonLink } from '@studyspot/ui/button';
import { Notice } from '@studyspot/ui/notice';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { trpc } from '../../shell/trpc.ts';
import { importPath } from './import-address.ts';
import { ImportColumns } from './import-columns.tsx';
import { ImportRows } from './import-rows.tsx';
import { useFaultWords } from './use-column-words.tsx';

type Import = OwnerOutputs['imports']['get'];

const sumOf = ({ counts }: Import, ...views: (keyof Import['counts'])[]): number =>
  views.reduce((sum, view) => sum + (counts[view] ?? 0), 0);

function useActs({ id }: Import) {
  const act = trpc.imports.act.useMutation();
  const { change, busy } = useChange();
  const run = (what: 'start' | 'stop' | 'undo') =>
    change({ run: () => act.mutateAsync({ id, act: what }), said: () => null });
  return { run, busy };
}

/** The rows that were not brought in, with why, for whoever mends them in a spreadsheet. */
function FaultFile({ register }: { register: Import }) {
  const t = useTranslations('imports');
  const faultOf = useFaultWords();
  const { client } = trpc.useUtils();
  const { change, busy } = useChange();
  const count = sumOf(register, 'bad', 'doubtful', 'left', 'out');
  if (count === 0) return null;
  const save = async () => {
    const { titles, rows } = await client.imports.left.query({ id: register.id });
    const why = ({ isOut, faults }: (typeof rows)[number]) =>
      faults.map(faultOf).join(' ') || (isOut ? t('views.out') : '');
    saveRows(
      t('faultFile'),
      [
        ...titles.map((header, at) => ({
          key: String(at),
          header,
          text: ({ cells }: (typeof rows)[number]) => cells[at] ?? '',
        })),
        { key: 'reason', header: t('reason'), text: why },
      ],
      rows,
    );
  };
  return (
    <Button busy={busy} onClick={() => void change({ run: save, said: () => null })}>
      {t('saveFaults', { count })}
    </Button>
  );
}

function Preview({ register, change }: { register: Import; change: () => void }) {
  const t = useTranslations('imports');
  const { run, busy } = useActs(register);
  const { places, state } = register;
  const fresh = sumOf(register, 'new');
  const ready = fresh + sumOf(register, 'changed');
  const room = Math.max(0, places.limit - places.used);
  return (
    <div className="flex flex-col gap-3">
      <Notice tone={ready > 0 ? 'success' : 'warning'}>
        {t('ready', { fresh, changed: sumOf(register, 'changed'), same: sumOf(register, 'same') })}{' '}
        {t('notReady', { count: sumOf(register, 'bad', 'doubtful') })}
      </Notice>
      {fresh > room ? <Notice tone="warning">{t('beyond', { limit: places.limit, room, fresh })}</Notice> : null}
      <div className="flex flex-wrap gap-2">
        {ready > 0 ? (
          <Button look="primary" busy={busy} onClick={() => void run('start')}>
            {t(state === 'stopped' ? 'goOn' : 'start', { count: ready })}
          </Button>
        ) : null}
        {state === 'checked' ? <Button onClick={change}>{t('changeColumns')}</Button> : <Undo register={register} />}
        <FaultFile register={register} />
      </div>
    </div>
  );
}

function Undo({ register }: { register: Import }) {
  const t = useTranslations('imports');
  const { run, busy } = useActs(register);
  const { undoableTill } = register;
  if (sumOf(register, 'made', 'written') === 0 || undoableTill === null || new Date(undoableTill) < new Date())
    return null;
  return (
    <Confirm label={t('undo')} title={t('undoTitle')} confirm={t('undo')} busy={busy} run={() => run('undo')}>
      {t('undoBody')}
    </Confirm>
  );
}

function Working({ register }: { register: Import }) {
  const t = useTranslations('imports');
  const { run, busy } = useActs(register);
  if (register.state === 'undoing') {
    const left = sumOf(register, 'made', 'written');
    const done = register.undone + sumOf(register, 'kept');
    return (
      <LongWork
        label={t('states.undoing')}
        done={register.undone}
        failed={sumOf(register, 'kept')}
        total={done + left}
      />
    );
  }
  const done = sumOf(register, 'made', 'written');
  const failed = sumOf(register, 'left');
  return (
    <LongWork
      label={t('states.applying')}
      done={done}
      failed={failed}
      total={done + failed + sumOf(register, 'new', 'changed')}
      action={
        <>
          <Button busy={busy} onClick={() => void run('stop')}>
            {t('stop')}
          </Button>
          <p className="text-sm text-text-muted">{t('mayLeave')}</p>
        </>
      }
    />
  );
}

function Ended({ register }: { register: Import }) {
  const t = useTranslations('imports');
  if (register.state === 'undone')
    return <Notice>{t('undone', { count: register.undone, kept: sumOf(register, 'kept') })}</Notice>;
  return (
    <div className="flex flex-col gap-3">
      <Notice tone="success">
        {t('done', { made: sumOf(register, 'made'), written: sumOf(register, 'written') })}{' '}
        {t('notReady', { count: sumOf(register, 'bad', 'doubtful', 'left') })}
      </Notice>
      <div className="flex flex-wrap gap-2">
        <FaultFile register={register} />
        <Undo register={register} />
      </div>
    </div>
  );
}

function Stage({ register }: { register: Import }) {
  const t = useTranslations('imports');
  const [isChanging, setChanging] = useState(false);
  const { state, trouble } = register;
  if (state === 'reading' || state === 'checking') return <Notice>{t(`states.${state}`)}…</Notice>;
  if (state === 'failed')
    return (
      <Notice
        tone="danger"
        action={
          <ButtonLink as={PageLink} href={importPath}>
            {t('another')}
          </ButtonLink>
        }
      >
        {t(`troubles.${trouble ?? 'unknown'}`)}
      </Notice>
    );
  if (state === 'read' || (state === 'checked' && isChanging))
    return <ImportColumns key={register.version} register={register} onDone={() => setChanging(false)} />;
  const isWaiting = state === 'checked' || state === 'stopped';
  return (
    <>
      {isWaiting ? <Preview register={register} change={() => setChanging(true)} /> : null}
      {state === 'applying' || state === 'undoing' ? <Working register={register} /> : null}
      {state === 'done' || state === 'undone' ? <Ended register={register} /> : null}
      <ImportRows register={register} mayMend={isWaiting} />
    </>
  );
}

export function ImportScreen({ id }: { id: string }) {
  const t = useTranslations('imports');
  const reading = trpc.imports.get.useQuery({ id });
  return (
    <Answered reading={reading}>
      {(register) => (
        <RecordPage
          words="imports"
          list={importPath}
          title={register.fileName}
          note={t(`states.${register.state}`)}
          layout="flex max-w-5xl flex-col gap-4"
        >
          <Stage register={register} />
        </RecordPage>
      )}
    </Answered>
  );
}
