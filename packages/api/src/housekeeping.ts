import { setTimeout as pause } from 'node:timers/promises';
import type { Identity } from '@studyspot/db/identity';

export interface Housekeeping {
  /** Ends with the step that runs. */
  stop(): Promise<void>;
}

export interface HousekeepingOptions {
  everyMs?: number;
  pauseMs?: number;
  /** Rows that one step removes at most, of each kind. */
  most?: number;
  random?: () => number;
}

interface Told {
  warn(facts: Record<string, unknown>, what: string): void;
  info(facts: Record<string, unknown>, what: string): void;
}

/**
 * Removes what must go in time: now and then, in small steps with pauses between them, so that no call waits for it.
 * Every portal process tries; the database lets in one at a time.
 */
export function keepHouse(
  identity: Pick<Identity, 'tidy'>,
  log: Told,
  options: HousekeepingOptions = {},
): Housekeeping {
  const { everyMs = 600_000, pauseMs = 250, most = 200, random = Math.random } = options;
  const stopped = new AbortController();
  const { signal } = stopped;
  // Processes that were started together must not come back together.
  const wait = (ms: number) => pause(ms, undefined, { signal, ref: false });

  async function round(): Promise<void> {
    const gone = { tokens: 0, sessions: 0, keys: 0 };
    for (let after: string | null = null; !signal.aborted; ) {
      const step = await identity.tidy(after, most);
      if (step === null) return;
      gone.tokens += step.tokens;
      gone.sessions += step.sessions;
      gone.keys += step.keys;
      if (!step.more) break;
      after = step.after;
      await wait(pauseMs);
    }
    if (gone.tokens + gone.sessions + gone.keys > 0) log.info(gone, 'housekeeping removed');
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      await wait(everyMs * (0.5 + random()));
      await round().catch((error: unknown) => {
        if (!signal.aborted) log.warn({ err: error }, 'housekeeping failed, and is tried again');
      });
    }
  }

  const running = run().catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
  return {
    stop: async () => {
      stopped.abort();
      await running;
    },
  };
}
