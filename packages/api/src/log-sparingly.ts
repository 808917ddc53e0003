import type { Log } from './log.ts';

type Level = 'warn' | 'info';
export type LogSparingly = (level: Level, facts: Record<string, unknown>, what: string) => void;

interface Kind {
  since: number;
  written: number;
  leftOut: number;
}

const mostPerMinute = 10;

/** For lines that strangers can cause as often as they like: ten of a kind a minute, with how many were left out. */
export function logSparingly(log: Log, clock: () => number = Date.now): LogSparingly {
  // By the sentence, which stands in the code: there are a handful.
  const kinds = new Map<string, Kind>();
  return (level, facts, what) => {
    let kind = kinds.get(what);
    if (!kind || clock() - kind.since >= 60_000) {
      kind = { since: clock(), written: 0, leftOut: kind?.leftOut ?? 0 };
      kinds.set(what, kind);
    }
    if (kind.written >= mostPerMinute) {
      kind.leftOut += 1;
      return;
    }
    kind.written += 1;
    log[level]({ ...facts, ...(kind.leftOut > 0 && { leftOut: kind.leftOut }) }, what);
    kind.leftOut = 0;
  };
}
