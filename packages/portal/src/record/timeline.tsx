'use client';

import type { OwnerOutputs, OwnerRouter } from '@studyspot/api/root';
import { Button } from '@studyspot/ui/button';
import { Card } from '@studyspot/ui/card';
import { Notice } from '@studyspot/ui/notice';
import { useQueryClient } from '@tanstack/react-query';
import { type CreateTRPCReact, getQueryKey } from '@trpc/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { Answered } from '../data/answered.tsx';
import { dayText, timeText } from '../day.tsx';
import { failureOf } from '../failure.tsx';
import { fieldText, isTold, listChange, valueText } from './change-words.tsx';
import { byDay } from './days.tsx';
import { eventKey } from './event-key.tsx';
import { useInSight } from './use-in-sight.tsx';
import { useSay } from './use-say.tsx';

type Page = OwnerOutputs['staff']['timeline'];
type Event = Page['items'][number];

export interface TimelineProps {
  /** The portal's hooks of that record's timeline. */
  reads: CreateTRPCReact<OwnerRouter, unknown>['staff']['timeline'];
  id: string;
  /** The group of words of the domain. */
  words: string;
  /** Fields that only their own domain knows how to say. */
  texts?: Texts;
}

type Texts = Readonly<Record<string, (value: string) => string>>;

/** Everything that happened to a record, newest first; the page has read the newest of it. */
export function Timeline({ reads, id, words, texts = {} }: TimelineProps) {
  const t = useTranslations('timeline');
  const { place, isInSight } = useInSight();
  const first = useQueryClient().getQueryState<Page>(getQueryKey(reads, { id }, 'query'));
  const reading = reads.useInfiniteQuery(
    { id },
    {
      enabled: isInSight,
      getNextPageParam: ({ nextCursor }) => nextCursor,
      ...(first?.data && {
        initialData: { pages: [first.data], pageParams: [undefined] },
        // What was changed since it was read counts as old.
        initialDataUpdatedAt: first.isInvalidated ? 1 : first.dataUpdatedAt,
      }),
    },
  );
  return (
    <div ref={place}>
      <Card id="timeline" title={t('title')}>
        <Answered reading={reading}>
          {({ pages }) => (
            <>
              <Days events={pages.flatMap(({ items }) => items)} words={words} texts={texts} />
              <Earlier reading={reading} shown={pages.length} />
            </>
          )}
        </Answered>
      </Card>
    </div>
  );
}

function Days({ events, ...said }: { events: Event[]; words: string; texts: Texts }) {
  const t = useTranslations('timeline');
  const locale = useLocale();
  if (events.length === 0) return <p className="text-text-muted">{t('empty')}</p>;
  return byDay(events, new Date()).map(({ away, events: [newest, ...older] }) =>
    newest ? (
      <section key={newest.id} className="not-first:mt-5">
        <h3 className="font-medium text-sm text-text-muted">
          {away === 0 ? t('today') : away === -1 ? t('yesterday') : dayText(locale, newest.at)}
        </h3>
        <ol className="divide-y divide-line">
          {[newest, ...older].map((event) => (
            <Happened key={event.id} event={event} {...said} />
          ))}
        </ol>
      </section>
    ) : null,
  );
}

function Happened({ event, words, texts }: { event: Event; words: string; texts: Texts }) {
  const t = useTranslations('timeline');
  const events = useTranslations('timeline.events');
  const { name, by, actorName, at, changes } = event;
  const told = changes.filter((change) => isTold(change) && !moments.has(change.field));
  return (
    <li className="py-2.5">
      <div className="flex items-baseline justify-between gap-x-4">
        <p className="min-w-0 break-words">{events(eventKey(events, name))}</p>
        <time dateTime={at} className="shrink-0 text-sm text-text-muted tabular-nums">
          {timeText(new Date(at))}
        </time>
      </div>
      <p className="break-words text-sm text-text-muted">{by === 'person' ? actorName : t(`by.${by}`)}</p>
      {told.length > 0 ? (
        <ul className="mt-1 flex flex-col gap-0.5 text-sm">
          {told.map((change) => (
            <Changed key={change.field} {...change} words={words} text={texts[change.field]} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

// When it happened is said by the event itself.
const moments: ReadonlySet<string> = new Set(['suspendedAt', 'deletedAt', 'removedAt', 'invitedAt']);

interface ChangedProps {
  field: string;
  before: string | null;
  after: string | null;
  words: string;
  text: Texts[string] | undefined;
}

function Changed({ field, before, after, words, text }: ChangedProps) {
  const t = useTranslations('timeline');
  const locale = useLocale();
  const say = useSay();
  const inWords = (value: string | null) =>
    value !== null && text ? text(value) : valueText(say, locale, { words, field }, value);
  const list = listChange(before, after);
  const given = {
    field: fieldText(say, words, field),
    label: (chunks: ReactNode) => <span className="text-text-muted">{chunks}</span>,
  };
  const listed = (values: readonly string[]) => values.map(inWords).join(', ');
  return (
    <li className="break-words">
      {list
        ? t.rich('listed', {
            ...given,
            gained: listed(list.gained),
            lost: listed(list.lost),
            how: list.lost.length === 0 ? 'gained' : list.gained.length === 0 ? 'lost' : 'both',
          })
        : t.rich('changed', {
            ...given,
            before: inWords(before),
            after: inWords(after),
            how: before === null || before === '' ? 'new' : 'other',
          })}
    </li>
  );
}

interface EarlierProps {
  reading: {
    hasNextPage: boolean;
    isFetching: boolean;
    isFetchNextPageError: boolean;
    error: unknown;
    fetchNextPage: () => unknown;
  };
  /** How many pages are there. */
  shown: number;
}

const takeFocus = (node: HTMLElement | null) => node?.focus({ preventScroll: true });

function Earlier({ reading, shown }: EarlierProps) {
  const t = useTranslations('timeline');
  const common = useTranslations('common');
  const { hasNextPage, isFetching, isFetchNextPageError, error, fetchNextPage } = reading;
  const [wanted, setWanted] = useState(1);
  const isWaiting = shown < wanted && hasNextPage && !isFetchNextPageError;
  // Another's change meanwhile reads all anew and drops the page under way: then it is asked for once more.
  useEffect(() => {
    if (isWaiting && !isFetching) void fetchNextPage();
  }, [isWaiting, isFetching, fetchNextPage]);
  if (!hasNextPage)
    return shown > 1 ? (
      // The button was pressed and is gone.
      <p tabIndex={-1} ref={wanted > 1 ? takeFocus : null} className="mt-4 text-sm text-text-muted">
        {t('began')}
      </p>
    ) : null;
  return (
    <div className="mt-4 flex flex-col items-start gap-3">
      {isFetchNextPageError ? <Notice tone="danger">{failureOf(error)?.sentence ?? common('noAnswer')}</Notice> : null}
      <Button
        busy={isWaiting}
        onClick={() => {
          setWanted(shown + 1);
          if (isFetchNextPageError) void fetchNextPage();
        }}
      >
        {t('earlier')}
      </Button>
    </div>
  );
}
