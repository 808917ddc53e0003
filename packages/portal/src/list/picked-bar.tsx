'use client';

import { Button } from '@studyspot/ui/button';
import { Download, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { useChange } from '../form/use-change.tsx';
import { useCalls } from '../shell/api-client.tsx';
import { isFreeEscape } from '../shortcuts/pressed.tsx';
import type { ListPage } from './list-query.tsx';
import { MOST_PICKED, type Picked } from './picked.tsx';
import { type ExportProps, useExport } from './use-export.tsx';

const ROWS_AT_ONCE = 100;

export interface PickedBarProps<Row extends { id: string }> extends ExportProps<Row> {
  picked: Picked<Row>;
  /** How many match; null where that is more than anyone counts. */
  total: number | null;
  mayExport: boolean;
  children: ReactNode;
}

/** Not of whoever types: their Escape takes back what is typed. */
const isTypedIn = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input:not([type=checkbox]), textarea, select') !== null;

/** What can be done with the chosen rows, in sight as long as boxes are. Escape is done with it. */
export function PickedBar<Row extends { id: string }>(props: PickedBarProps<Row>) {
  const { of, picked, asked, total, mayExport, children } = props;
  const t = useTranslations('list');
  const calls = useCalls();
  const { change, busy } = useChange();
  const taking = useExport(props);
  const { rows } = picked;
  const count = rows.length;
  const most = Math.min(total ?? MOST_PICKED, MOST_PICKED);
  const letGo = useEffectEvent(picked.clear);
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (!isFreeEscape(event) || isTypedIn(event.target)) return;
      event.preventDefault();
      letGo();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);

  const readAll = async () => {
    const all: Row[] = [];
    let cursor: string | null = null;
    do {
      const input: object = { ...asked, limit: ROWS_AT_ONCE, cursor: cursor ?? undefined };
      const page = (await calls.query(`${of}.list`, input)) as ListPage<Row>;
      all.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null && all.length < MOST_PICKED);
    picked.add(all);
    return null;
  };

  return (
    <section
      aria-label={t('pickedRows')}
      className="fixed inset-x-0 bottom-[calc(4rem+env(safe-area-inset-bottom))] z-20 flex flex-wrap items-center gap-2 border-line border-t bg-bg px-4 py-2 lg:right-[calc(var(--beside,0px)+2rem)] lg:bottom-6 lg:left-[calc(240px+2rem)] lg:rounded-card lg:border lg:shadow-overlay"
    >
      <p role="status" className="font-medium">
        {t('picked', { count })}
      </p>
      {most <= count ? null : (
        <Button size="small" busy={busy} onClick={() => void change({ run: readAll, said: () => null })}>
          {t(most === total ? 'pickAll' : 'pickFirst', { count: most })}
        </Button>
      )}
      <Button
        size="small"
        className="ml-auto lg:order-last lg:ml-0"
        icon={<X size={20} strokeWidth={1.75} aria-hidden="true" />}
        onClick={picked.clear}
      >
        {t('unpick')}
      </Button>
      {count > 0 ? (
        <div className="flex min-w-0 items-center gap-2 max-lg:basis-full lg:ml-auto">
          {children}
          {mayExport ? (
            <Button
              size="small"
              icon={<Download size={20} strokeWidth={1.75} aria-hidden="true" />}
              busy={taking.busy}
              onClick={() => void taking.takeOut({ only: rows.map(({ id }) => id) })}
            >
              {t('exportPicked')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}
