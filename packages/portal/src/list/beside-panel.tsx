'use client';

import { ButtonLink, IconButton } from '@studyspot/ui/button';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Maximize2, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ComponentType, useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { Answered } from '../data/answered.tsx';
import { queryKey } from '../data/query-key.tsx';
import { failureOf, isMissing } from '../failure.tsx';
import { FrameContext, type FrameProps } from '../page/record-frame.tsx';
import { useCalls } from '../shell/api-client.tsx';
import { PageLink } from '../shell/page-link.tsx';
import { isWide, WIDE, wasOpenedHere } from './beside.tsx';
import { keepRows } from './listed.tsx';
import { useBesideKeys } from './use-beside-keys.tsx';

interface Named {
  id: string;
  name: string;
}

export interface BesidePanelProps {
  id: string;
  /** The router of the list. */
  of: string;
  path: string;
  rows: readonly Named[];
  /** The record as its page shows it. */
  Record: ComponentType<{ id: string }>;
  turnTo: (id: string) => void;
  close: () => void;
}

function watchWidth(tell: () => void) {
  const wide = window.matchMedia(WIDE);
  wide.addEventListener('change', tell);
  return () => wide.removeEventListener('change', tell);
}

/** The record that is asked for, under the key of its page, and what its page reads besides: one request for both. */
function useRecord(of: string, id: string, enabled: boolean, rows: readonly Named[]) {
  const calls = useCalls();
  const queries = useQueryClient();
  const readingOf = (verb: string, one: string) => ({
    queryKey: queryKey([of, verb], { id: one }),
    queryFn: async () => (await calls.query(`${of}.${verb}`, { id: one })) as Named,
  });
  const reading = useQuery({
    ...readingOf('get', id),
    ...keepRows,
    enabled,
    retry: (failures, error) => {
      const failure = failureOf(error);
      return failures < 1 && !(failure && isMissing(failure));
    },
  });
  const readAhead = useEffectEvent((one: string | undefined) => {
    if (one === undefined) return;
    for (const verb of ['get', 'timeline']) void queries.prefetchQuery(readingOf(verb, one));
  });
  const readNeighbours = useEffectEvent((one: string) => {
    const at = rows.findIndex((row) => row.id === one);
    for (const row of [rows[at + 1], rows[at - 1]]) readAhead(row?.id);
  });
  const isShown = reading.isSuccess && !reading.isPlaceholderData;
  useEffect(() => {
    if (enabled) readAhead(id);
  }, [enabled, id]);
  useEffect(() => {
    if (isShown) readNeighbours(id);
  }, [isShown, id]);
  return reading;
}

/** A record beside its list, for those who look through many: no dialog, the keys stay with the rows. */
export function BesidePanel({ id, of, path, rows, Record, turnTo, close }: BesidePanelProps) {
  const t = useTranslations('list');
  const common = useTranslations('common');
  const router = useRouter();
  const panel = useRef<HTMLElement>(null);
  const hasRoom = useSyncExternalStore(watchWidth, isWide, () => false);
  const reading = useRecord(of, id, hasRoom, rows);
  const { data, isPlaceholderData } = reading;
  useBesideKeys(panel, { id, path, turnTo, close, rows });
  // Without room a link that someone has sent leads to what it is about; whoever has made the window smaller goes on reading.
  const leadOn = useEffectEvent(() => {
    if (!isWide() && !wasOpenedHere()) router.replace(`${path}/${id}`);
  });
  useEffect(() => leadOn(), []);
  if (!hasRoom) return null;
  return createPortal(
    <aside
      ref={panel}
      tabIndex={-1}
      aria-label={t('beside')}
      aria-busy={isPlaceholderData}
      className="fixed top-14 right-0 bottom-0 z-10 flex w-[440px] flex-col border-line border-l bg-bg focus-visible:-outline-offset-2"
    >
      <div className="flex items-center gap-2 px-3 py-2">
        {reading.isError ? null : (
          <ButtonLink
            as={PageLink}
            look="quiet"
            size="small"
            href={`${path}/${id}`}
            icon={<Maximize2 size={20} strokeWidth={1.75} aria-hidden="true" />}
          >
            {t('openPage')}
          </ButtonLink>
        )}
        <IconButton
          className="ml-auto"
          label={common('close')}
          icon={<X size={20} strokeWidth={1.75} aria-hidden="true" />}
          onClick={close}
        />
      </div>
      <Opened name={isPlaceholderData ? undefined : data?.name} />
      {data ? (
        <FrameContext value={{ Frame, page: `${path}/${data.id}` }}>
          <div key={data.id} className="min-h-0 overflow-y-auto overscroll-contain px-6 pb-6">
            <Record id={data.id} />
          </div>
        </FrameContext>
      ) : (
        <Answered reading={reading}>{() => null}</Answered>
      )}
    </aside>,
    document.body,
  );
}

function Frame({ title, note, acts, children }: FrameProps) {
  return (
    <>
      <header className="pt-1 pb-4">
        <h2 className="break-words font-semibold text-lg">{title}</h2>
        {note ? <div className="mt-1 flex flex-wrap items-center gap-2 text-sm text-text-muted">{note}</div> : null}
        {acts ? <div className="mt-3 flex flex-wrap gap-2">{acts}</div> : null}
      </header>
      <div className="flex flex-col gap-4">{children}</div>
    </>
  );
}

// What is told in the moment that its place appears is not heard.
const TOLD_AFTER_MS = 100;

/** Says what stands here now to whoever does not see it. */
function Opened({ name }: { name: string | undefined }) {
  const t = useTranslations('list');
  const [said, say] = useState('');
  useEffect(() => {
    if (name === undefined) return;
    const timer = setTimeout(() => say(t('besideShown', { name })), TOLD_AFTER_MS);
    return () => clearTimeout(timer);
  }, [name, t]);
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}
