'use client';

import { Button } from '@studyspot/ui/button';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useSend } from '../data/use-send.tsx';
import { takeOver, useWorker } from '../install/use-worker.tsx';
import { placeOutbox, showActs, useActs } from '../outbox/desk.tsx';
import { keepKnown, listsKept, type Titles } from '../outbox/known.tsx';
import { Outbox, type OutboxOptions } from '../outbox/outbox.tsx';
import { SignOutGuard } from '../outbox/sign-out-guard.tsx';
import { WaitingBar } from '../outbox/waiting-bar.tsx';
import { useCalls, useOwner } from './api-client.tsx';

export interface StandbyProps {
  firstName: string;
  place: string;
}

export function StandbyParts({ firstName, place }: StandbyProps) {
  const t = useTranslations('outbox');
  const owner = useOwner();
  const acts = useActs();
  const queries = useQueryClient();
  const calls = useCalls();
  const send = useSend();
  const [outbox, setOutbox] = useState<Outbox | null>(null);
  const newer = useWorker();

  useEffect(() => {
    const titles = Object.fromEntries(listsKept.map((name) => [name, t(`lists.${name}`)])) as Titles;
    return keepKnown(queries, owner, place, titles);
  }, [queries, owner, place, t]);
  useEffect(() => {
    const read: OutboxOptions['read'] = (procedure, input) =>
      calls.query(procedure, input) as ReturnType<OutboxOptions['read']>;
    const opened = new Outbox({ owner, firstName, place, send, read, show: showActs });
    setOutbox(opened);
    placeOutbox(opened);
    return () => {
      placeOutbox(null);
      opened.close();
    };
  }, [send, calls, owner, firstName, place]);

  return (
    <>
      {newer ? (
        <div
          role="status"
          className="flex flex-wrap items-center justify-between gap-x-4 border-line border-b bg-muted px-4 py-1 text-sm lg:px-8"
        >
          {t('newer')}
          <Button size="small" look="quiet" className="-mr-3 text-primary" onClick={() => takeOver(newer)}>
            {t('takeNewer')}
          </Button>
        </div>
      ) : null}
      {outbox ? (
        <>
          <WaitingBar acts={acts} owner={owner} outbox={outbox} />
          <SignOutGuard acts={acts} owner={owner} outbox={outbox} />
        </>
      ) : null}
    </>
  );
}
