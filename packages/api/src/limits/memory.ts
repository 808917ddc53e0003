import type { Limiter, LimitRule, Limits, Verdict } from './limits.ts';

interface Count {
  /** Start of the window that `now` counts. */
  since: number;
  now: number;
  before: number;
}

export interface MemoryOptions {
  clock?: () => number;
  /** Keys remembered per limiter; beyond it the one not seen for longest is forgotten. */
  mostKeys?: number;
}

/** Two neighbouring windows weighed by time: as smooth as a sliding window, at two numbers per key. */
function openLimiter({ limit, windowMs }: LimitRule, clock: () => number, mostKeys: number): Limiter {
  const counts = new Map<string, Count>();

  function countOf(key: string): Count {
    const now = clock();
    const since = now - (now % windowMs);
    const found = counts.get(key);
    if (found?.since === since) return found;
    const isNeighbour = found !== undefined && found.since === since - windowMs;
    return { since, now: 0, before: isNeighbour ? found.now : 0 };
  }

  function keep(key: string, count: Count): void {
    // Put back at the end: the map's order is the order of last use.
    counts.delete(key);
    counts.set(key, count);
    if (counts.size <= mostKeys) return;
    const oldest = counts.keys().next().value;
    if (oldest !== undefined) counts.delete(oldest);
  }

  const used = ({ since, now, before }: Count): number => now + before * (1 - (clock() - since) / windowMs);

  function waitFor(count: Count, cost: number): number {
    const passed = clock() - count.since;
    if (count.now + cost <= limit && count.before > 0) {
      const share = (limit - count.now - cost) / count.before;
      return Math.max(1, Math.ceil((1 - share) * windowMs - passed));
    }
    const share = count.now === 0 ? 1 : Math.max(0, limit - cost) / count.now;
    return Math.max(1, Math.ceil(windowMs - passed + Math.max(0, 1 - share) * windowMs));
  }

  function verdict(count: Count, cost: number): Verdict {
    const left = Math.floor(limit - used(count) + 1e-9);
    return { allowed: left >= cost, left: Math.max(0, left), waitMs: left >= cost ? 0 : waitFor(count, cost) };
  }

  return {
    take(key, cost = 1) {
      const count = countOf(key);
      const found = verdict(count, cost);
      if (!found.allowed) return found;
      keep(key, { ...count, now: count.now + cost });
      return { ...found, left: found.left - cost };
    },
    look: (key) => verdict(countOf(key), 1),
    add(key, cost = 1) {
      const count = countOf(key);
      const added = { ...count, now: count.now + cost };
      keep(key, added);
      return verdict(added, 0);
    },
    forget: (key) => void counts.delete(key),
  };
}

export function openMemoryLimits({ clock = Date.now, mostKeys = 50_000 }: MemoryOptions = {}): Limits {
  const limiters = new Map<string, Limiter>();
  return {
    limiter(name, rule) {
      const found = limiters.get(name) ?? openLimiter(rule, clock, mostKeys);
      limiters.set(name, found);
      return found;
    },
  };
}
