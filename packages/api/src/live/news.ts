import { randomUUID } from 'node:crypto';
import type { Told } from '@studyspot/db/tenancy/scope';

export interface NewsItem extends Told {
  seq: number;
}

/** A place in the news of one process: "how far I have heard". */
export type Mark = `${string}.${number}`;

export interface News {
  tell(told: readonly Told[]): void;
  /** The newest so far. */
  mark(): Mark;
  /** What came after a mark; null where that is no longer known, or was another process's. */
  since(mark: string): readonly NewsItem[] | null;
  listen(hear: (item: NewsItem) => void): () => void;
}

const KEPT = 1_000;

/** What was committed by this process, in its order. The relay of the worker will tell it instead. */
export function openNews(kept = KEPT): News {
  const boot = randomUUID();
  const ring: NewsItem[] = [];
  const listeners = new Set<(item: NewsItem) => void>();
  let seq = 0;
  return {
    tell(told) {
      for (const one of told) {
        const item = { ...one, seq: ++seq };
        ring.push(item);
        if (ring.length > kept) ring.shift();
        for (const hear of listeners) hear(item);
      }
    },
    mark: () => `${boot}.${seq}`,
    since(mark) {
      const [from, text, ...rest] = mark.split('.');
      const after = Number(text);
      const isKnown =
        from === boot && rest.length === 0 && Number.isInteger(after) && after >= seq - ring.length && after <= seq;
      return isKnown ? ring.filter((item) => item.seq > after) : null;
    },
    listen(hear) {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
  };
}
