'use client';

import { showToast } from '@studyspot/ui/toast';
import { useTranslations } from 'next-intl';
import { type ComponentType, type KeyboardEvent, useEffect, useState } from 'react';
import { unanswered } from '../failure.tsx';
import { isForThePage } from '../shortcuts/pressed.tsx';
import type { BesidePanel, BesidePanelProps } from './beside-panel.tsx';
import { type ListQuery, listHref } from './list-query.tsx';
import { stayAt } from './stay-link.tsx';

/** Room for a list and a record beside it; the classes that say 1180px mean the same. */
export const WIDE = '(width >= 1180px)';

export const isWide = () => window.matchMedia(WIDE).matches;

/** In the history's entry that opening has made: the list alone is the entry before. */
const OPENED = 'fromList';

export const wasOpenedHere = (): boolean => window.history.state?.[OPENED] === true;

/** The browser would scroll to where the list was when the record was opened: rows have been walked since. */
function backInPlace(): void {
  const { scrollY } = window;
  window.addEventListener('popstate', () => requestAnimationFrame(() => window.scrollTo({ top: scrollY })), {
    once: true,
  });
  window.history.back();
}

/** The record beside a list, which its address says: open it, show another, close it. */
export function besideOf(path: string, query: ListQuery<string, string>) {
  const { beside: now } = query.look;
  const hrefOf = (beside: string | null) => listHref(path, query, { look: { beside }, cursor: query.cursor });
  const turnTo = (id: string) => {
    const mark = now === null || wasOpenedHere() ? { [OPENED]: true } : null;
    stayAt(hrefOf(id), now === null ? 'push' : 'replace', mark);
  };
  const close = () => (wasOpenedHere() ? backInPlace() : stayAt(hrefOf(null), 'replace'));
  /** What the link of a row hears and says. */
  const onRow = (id: string) => ({
    'aria-current': id === now || undefined,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== ' ' || !isForThePage(event.nativeEvent) || !isWide()) return;
      event.preventDefault();
      if (id === now) close();
      else turnTo(id);
    },
    // Walked by, its page is not meant: what it would show is read for the panel.
    ...(now !== null && { onFocus: () => undefined }),
  });
  return { now, turnTo, close, onRow };
}

const panel = () => import('./beside-panel.tsx');

export const warmBeside = async () => {
  if (isWide()) await panel();
};

export interface BesideProps extends Omit<BesidePanelProps, 'Record'> {
  record: () => Promise<BesidePanelProps['Record']>;
}

/** Not by `lazy`: what comes after a fallback is held back for 300 ms. */
export function Beside({ record, ...props }: BesideProps) {
  const common = useTranslations('common');
  const [loaded, setLoaded] = useState<{ Panel: typeof BesidePanel; Record: ComponentType<{ id: string }> } | null>(
    null,
  );
  useEffect(() => {
    Promise.all([panel(), record()]).then(
      ([{ BesidePanel: Panel }, Record]) => setLoaded({ Panel, Record }),
      () => showToast({ text: common(unanswered()) }),
    );
  }, [record, common]);
  return loaded ? <loaded.Panel {...props} Record={loaded.Record} /> : null;
}
