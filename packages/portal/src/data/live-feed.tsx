'use client';

import { type Change, Tabs, type Word } from './tabs.tsx';

export interface FeedOptions {
  /** Of one person and business: only tabs of the same share a stream. */
  name: string;
  /** How far the news had come when the page was read. */
  from: string;
  address: (after: string) => string;
  hear(word: Word): void;
  /** The stream was refused; true when it is worth another try. */
  refused(details: Record<string, unknown>): Promise<boolean>;
}

const HIDDEN_MS = 30_000;
const AGAIN_MS = 2_000;
const AGAIN_MOST_MS = 60_000;

/**
 * One stream for all tabs of a browser that show the same business: the tab that holds the lock listens and tells the
 * others. A tab that stays hidden lets go. Where there are no locks (plain http beyond localhost) each visible tab has its
 * own.
 */
export function openFeed(options: FeedOptions): () => void {
  const name = `studyspot-live:${options.name}`;
  const hasLocks = typeof navigator.locks !== 'undefined';
  const tabs = new Tabs(name, options.from, () => source !== null, options.hear);
  let isOver = false;
  let tries = 0;
  let source: EventSource | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  let hiding: ReturnType<typeof setTimeout> | undefined;
  /** Set while this tab leads. */
  let letGo: (() => void) | null = null;
  let asking: AbortController | null = null;

  const listen = () => {
    if (isOver || letGo === null || source !== null) return;
    const opened = new EventSource(options.address(tabs.last));
    source = opened;
    opened.onopen = () => {
      tries = 0;
    };
    opened.onmessage = ({ lastEventId, data }) => tabs.tell({ mark: lastEventId, change: JSON.parse(data) as Change });
    opened.addEventListener('mark', ({ lastEventId }) => tabs.tell({ mark: lastEventId }));
    opened.addEventListener('resync', ({ lastEventId }) => tabs.tell({ mark: lastEventId, lost: true }));
    opened.onerror = () => {
      // Coming back by itself it would ask again from where it began: we say how far we are now.
      opened.close();
      source = null;
      const pause = Math.min(AGAIN_MS * 2 ** tries, AGAIN_MOST_MS) * (0.75 + Math.random() / 2);
      tries += 1;
      clearTimeout(again);
      again = setTimeout(() => void comeBack(), pause);
    };
  };

  /** A stream's error says nothing about why: at the second in a row the same is asked in plain words. */
  const comeBack = async () => {
    if (tries < 2 || (await isWelcome())) listen();
  };
  const isWelcome = async () => {
    const stop = new AbortController();
    try {
      const answer = await fetch(options.address(tabs.last), { signal: stop.signal });
      if (answer.ok || answer.status >= 500 || answer.status === 429) return true;
      const body = (await answer.json()) as { error?: { data?: { details?: Record<string, unknown> } } };
      return await options.refused(body.error?.data?.details ?? {});
    } catch {
      return true;
    } finally {
      stop.abort();
    }
  };

  const lead = () =>
    new Promise<void>((done) => {
      letGo = done;
      listen();
    });
  const rest = () => {
    clearTimeout(again);
    source?.close();
    source = null;
    asking?.abort();
    asking = null;
    letGo?.();
    letGo = null;
  };
  const wake = () => {
    if (isOver || letGo !== null) return;
    tabs.catchUp();
    if (asking !== null) return;
    if (!hasLocks) {
      void lead();
      return;
    }
    const ask = new AbortController();
    asking = ask;
    const begin = () => (ask.signal.aborted ? undefined : lead());
    navigator.locks.request(name, { signal: ask.signal }, begin).catch(() => undefined);
  };

  const onVisible = () => {
    clearTimeout(hiding);
    if (document.visibilityState === 'visible') wake();
    else hiding = setTimeout(rest, HIDDEN_MS);
  };
  const onOnline = () => {
    clearTimeout(again);
    tries = 0;
    listen();
  };
  document.addEventListener('visibilitychange', onVisible);
  window.addEventListener('online', onOnline);
  if (document.visibilityState === 'visible') wake();

  return () => {
    isOver = true;
    clearTimeout(hiding);
    document.removeEventListener('visibilitychange', onVisible);
    window.removeEventListener('online', onOnline);
    rest();
    tabs.close();
  };
}
