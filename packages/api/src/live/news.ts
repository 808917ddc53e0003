import type { NewsOut } from './news-wire.ts';

/** A place in the news: "how far I have heard". The same in every process of a portal. */
export type Mark = `${string}.${number}`;

export interface News {
  /** What the relay tells, in its order. */
  hear(line: string, told: number, items: readonly NewsOut[]): void;
  /** How far the relay is, as one begins to listen to it. */
  begin(line: string, told: number): void;
  /** The newest so far. */
  mark(): Mark;
  markOf(seq: number): Mark;
  /** What came after a mark; null where that is no longer known. */
  since(mark: string): readonly NewsOut[] | null;
  /** `lost`: something was missed, nobody knows what. */
  listen(hear: (item: NewsOut) => void, lost: () => void): () => void;
}

const KEPT = 1_000;

interface Listener {
  hear: (item: NewsOut) => void;
  lost: () => void;
}

/** What all processes committed, as this one hears of it: numbered by the relay, so that a gap shows. */
export function openNews(kept = KEPT): News {
  const listeners = new Set<Listener>();
  let ring: NewsOut[] = [];
  let line = '';
  let seq = 0;

  function begin(newLine: string, told: number): void {
    if (newLine !== line || told > seq) beginAnew(newLine, told);
  }

  function beginAnew(newLine: string, told: number): void {
    const isFirst = line === '';
    line = newLine;
    seq = told;
    ring = [];
    if (!isFirst) for (const listener of listeners) listener.lost();
  }

  return {
    begin,
    hear(from, told, items) {
      const [first] = items;
      // The relay never tells again what is so long ago: a number in between was none of its own, since anybody who may
      // connect can notify.
      const isForged = first !== undefined && first.seq + kept < seq;
      if (isForged) beginAnew(from, first.seq - 1);
      else if (from !== line || (first ? first.seq > seq + 1 : told > seq)) begin(from, first ? first.seq - 1 : told);
      for (const item of items) {
        // Told again, or read already when one began to listen.
        if (item.seq <= seq) continue;
        seq = item.seq;
        ring.push(item);
        if (ring.length > kept) ring.shift();
        for (const listener of listeners) listener.hear(item);
      }
    },
    mark: () => `${line}.${seq}`,
    markOf: (one) => `${line}.${one}`,
    since(mark) {
      const [from, text, ...rest] = mark.split('.');
      const after = Number(text);
      const isKnown =
        from === line && rest.length === 0 && Number.isInteger(after) && after >= seq - ring.length && after <= seq;
      return isKnown ? ring.filter((item) => item.seq > after) : null;
    },
    listen(hear, lost) {
      const listener = { hear, lost };
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
