'use client';

import { LongWork } from '@studyspot/portal/long-work';
import { PageLink } from '@studyspot/portal/shell/page-link';
import { Button } from '@studyspot/ui/button';
import { Card } from '@studyspot/ui/card';
import { useTranslations } from 'next-intl';
import { studentAddress } from '../student-address.ts';
import type { Bulk, useBulk } from './use-bulk.tsx';

/** How far it is, what was refused and why, and the way back. */
export function BulkWork({ bulk, busy, stop, undo, close }: ReturnType<typeof useBulk> & { bulk: Bulk }) {
  const t = useTranslations('students');
  const { act, total, done, refused, state, reasons, refusals, changed, undoes, undone } = bulk;
  const isOver = state !== 'running';
  const label = t(undoes ? 'bulkUndoing' : `bulkActs.${act['do'] ?? 'label'}`);
  const withWhat = act['label'] ?? act['reason'];
  return (
    <div className="mb-4 px-4 lg:px-8">
      <Card>
        <LongWork
          label={withWhat && !undoes ? `${label}: ${withWhat}` : label}
          {...{ done, total }}
          failed={refused}
          {...(state === 'stopped' && { broken: t('bulkStopped') })}
          action={
            isOver ? (
              <>
                {!undoes && !undone && changed > 0 ? (
                  <Button size="small" busy={busy} onClick={() => void undo(bulk)}>
                    {t('bulkUndo', { count: changed })}
                  </Button>
                ) : null}
                <Button size="small" onClick={close}>
                  {t('bulkClose')}
                </Button>
              </>
            ) : (
              <Button size="small" busy={busy} onClick={() => void stop(bulk)}>
                {t('bulkStop')}
              </Button>
            )
          }
        />
        {isOver ? null : <p className="mt-2 text-sm text-text-muted">{t('bulkGoesOn')}</p>}
        {refused > 0 ? (
          <details className="mt-3 text-sm">
            <summary className="cursor-pointer py-2">
              {reasons.map(({ reason, count }) => t(`bulkReasons.${reason}`, { count })).join(' ')}
            </summary>
            <ul className="mt-1 flex flex-col">
              {refusals.map(({ id, name, reason }) => (
                <li key={id} className="break-words py-1.5">
                  <PageLink href={`${studentAddress.path}/${id}`} className="text-primary underline">
                    {name}
                  </PageLink>{' '}
                  <span className="text-text-muted">{t(`bulkReasons.${reason}`, { count: 1 })}</span>
                </li>
              ))}
              {refused > refusals.length ? (
                <li className="py-1.5">{t('bulkMore', { count: refused - refusals.length })}</li>
              ) : null}
            </ul>
          </details>
        ) : null}
      </Card>
    </div>
  );
}
