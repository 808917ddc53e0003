import type { Limiter, LimitRule, Limits, Verdict } from './limits.ts';

export interface MemoryOptions {
  clock?: () => number;
  /** Keys counted each by itself in one window; those that come after share counters. */
  mostKeys?: number;
}

const sharedCounters = 4096;

/** One window's counts. Nobody's is ever forgotten for the sake of others: who comes when it is full shares one. */
class Window {
  readonly since: number;
  private readonly own = new Map<string, number>();
  private shared: Uint32Array | null = null;
  private readonly mostKeys: number;

  constructor(since: number, mostKeys: number) {
    this.since = since;
    this.mostKeys = mostKeys;
  }

  of(key: string): number {
    return this.own.get(key) ?? this.shared?.[placeOf(key)] ?? 0;
  }

  add(key: string, cost: number): void {
    const counted = this.own.get(key);
    if (counted !== undefined || this.own.size < this.mostKeys) {
      this.own.set(key, (counted ?? 0) + cost);
      return;
    }
    this.shared ??= new Uint32Array(sharedCounters);
    const place = placeOf(key);
    this.shared[place] = (this.shared[place] ?? 0) + cost;
  }
}

function placeOf(key: string): number {
  let mixed = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) mixed = Math.imul(mixed ^ key.charCodeAt(i), 0x01000193);
  return (mixed >>> 0) % sharedCounters;
}

/** Two neighbouring windows weighed by time: as smooth as a sliding window, and the older is dropped whole. */
function openLimiter({ limit, windowMs }: LimitRule, clock: () => number, mostKeys: number): Limiter {
  let current = new Window(Number.NEGATIVE_INFINITY, mostKeys);
  let former = current;

  function turn(now: number): void {
    const since = now - (now % windowMs);
    if (current.since === since) return;
    former = current.since === since - windowMs ? current : new Window(since - windowMs, mostKeys);
    current = new Window(since, mostKeys);
  }

  function waitFor(passed: number, now: number, before: number, cost: number): number {
    if (now + cost <= limit && before > 0) {
      const share = (limit - now - cost) / before;
      return Math.max(1, Math.ceil((1 - share) * windowMs - passed));
    }
    const share = now === 0 ? 1 : Math.max(0, limit - cost) / now;
    return Math.max(1, Math.ceil(windowMs - passed + Math.max(0, 1 - share) * windowMs));
  }

  function look(key: string, cost: number): Verdict {
    const time = clock();
    turn(time);
    const passed = time - current.since;
    const now = current.of(key);
    const before = former.of(key);
    const left = Math.floor(limit - (now + before * (1 - passed / windowMs)) + 1e-9);
    const allowed = left >= cost;
    return { allowed, left: Math.max(0, left), waitMs: allowed ? 0 : waitFor(passed, now, before, cost) };
  }

  return {
    take(key, cost = 1) {
      const found = look(key, cost);
      if (!found.allowed) return found;
      current.add(key, cost);
      return { ...found, left: found.left - cost };
    },
    look: (key) => look(key, 1),
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
