import { hash, randomBytes } from 'node:crypto';
import type { Limiter, LimitRule, Limits, Verdict } from './limits.ts';

export interface MemoryOptions {
  clock?: () => number;
  /** Keys counted each by itself in one window; those that come after share counters. */
  mostKeys?: number;
}

// Each key has one in each row and is believed to have used the least of them: others must fill all four to be in its way.
const rows = 4;
const countersPerRow = 8_192;
// Without it a caller could choose keys that share with another's.
const secret = randomBytes(16).toString('base64url');

function placesOf(key: string): number[] {
  const digest = hash('sha256', `${secret} ${key}`, 'buffer');
  return Array.from(
    { length: rows },
    (_, row) => row * countersPerRow + (digest.readUInt32LE(row * 4) % countersPerRow),
  );
}

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
    return this.own.get(key) ?? (this.shared ? leastOf(this.shared, placesOf(key)) : 0);
  }

  add(key: string, cost: number): void {
    const counted = this.own.get(key);
    if (counted !== undefined || this.own.size < this.mostKeys) {
      this.own.set(key, (counted ?? 0) + cost);
      return;
    }
    this.shared ??= new Uint32Array(rows * countersPerRow);
    const places = placesOf(key);
    const used = leastOf(this.shared, places) + cost;
    for (const place of places) this.shared[place] = Math.max(this.shared[place] ?? 0, used);
  }
}

const leastOf = (counters: Uint32Array, places: readonly number[]): number =>
  Math.min(...places.map((place) => counters[place] ?? 0));

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
