import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { driverOptions, openSocket, parseAddress } from './connection-options.ts';

export interface Listening {
  close(): Promise<void>;
}

export interface ListenOptions {
  url: string;
  channel: string;
  hear: (payload: string) => void;
  /** Each time it begins: what was said before it may have been missed. `row` is what `first` gives at that moment. */
  begun: (row: Record<string, unknown> | undefined) => void;
  /** Asked on the same connection as soon as it listens. */
  first: string;
}

const firstPauseMs = 100;
const mostPauseMs = 2_000;

/** Hears one channel for as long as it is open, over however many connections that takes. */
export function listen({ url, channel, hear, begun, first }: ListenOptions): Listening {
  const address = parseAddress(url);
  const closing = new AbortController();

  /** Until the connection ends. */
  async function hearOnce(): Promise<void> {
    let ended: () => void = () => undefined;
    const over = new Promise<void>((done) => (ended = done));
    const options = {
      ...driverOptions(address),
      connection: { application_name: 'studyspot news' },
      socket: () => openSocket(address),
      onnotice: () => undefined,
      // The driver hands it on, though its types do not name it.
      onnotify: (_channel: string, payload: string) => hear(payload),
      onclose: () => ended(),
    };
    const client = postgres(options);
    const end = () => void client.end({ timeout: 0 }).catch(() => undefined);
    closing.signal.addEventListener('abort', end, { once: true });
    try {
      await client.unsafe(`listen ${channel}`);
      const [row] = await client.unsafe(first);
      begun(row);
      await over;
    } finally {
      closing.signal.removeEventListener('abort', end);
      end();
    }
  }

  async function run(): Promise<void> {
    for (let pauseMs = firstPauseMs; !closing.signal.aborted; ) {
      const began = performance.now();
      await hearOnce().catch(() => undefined);
      pauseMs = performance.now() - began > mostPauseMs ? firstPauseMs : Math.min(mostPauseMs, pauseMs * 2);
      await pause(pauseMs, undefined, { signal: closing.signal, ref: false }).catch(() => undefined);
    }
  }

  const running = run();
  return {
    async close() {
      closing.abort();
      await running;
    },
  };
}
