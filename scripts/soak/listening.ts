import { setTimeout as pause } from 'node:timers/promises';
import type { Browserless } from './browserless.ts';

/** What one stream heard: an event, or that something was missed. */
export interface Ear {
  heard: { at: number; event: string | 'resync' }[];
}

export interface Change {
  at: number;
  events: readonly string[];
}

/** Comes back by itself, from where it was. */
async function listen(browser: Browserless, tenant: string, ear: Ear, signal: AbortSignal): Promise<void> {
  let last = '';
  while (!signal.aborted) {
    try {
      const answer = await browser.news(`/api/events?${new URLSearchParams({ tenant, after: last })}`, signal);
      let text = '';
      const decoder = new TextDecoder();
      for await (const chunk of answer.ok ? (answer.body ?? []) : []) {
        text += decoder.decode(chunk as Uint8Array, { stream: true });
        const messages = text.split('\n\n');
        text = messages.pop() ?? '';
        for (const message of messages) {
          const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(message)?.[1];
          last = field('id') ?? last;
          if (field('event') === 'resync') ear.heard.push({ at: Date.now(), event: 'resync' });
          if (field('event') === undefined && field('data'))
            ear.heard.push({ at: Date.now(), event: JSON.parse(field('data') ?? '{}').event });
        }
      }
    } catch {
      // Its portal went: the balancer knows another.
    }
    await pause(100 + Math.random() * 200, undefined, { signal }).catch(() => undefined);
  }
}

export function openEars(
  browsers: readonly Browserless[],
  { perSession, tenant, signal }: { perSession: number; tenant: string; signal: AbortSignal },
): Ear[] {
  return browsers.flatMap((browser) =>
    Array.from({ length: perSession }, () => {
      const ear: Ear = { heard: [] };
      void listen(browser, tenant, ear, signal);
      return ear;
    }),
  );
}

/** Each event at each ear: told by name, or by the word that all is to be read again. */
export function countUnheard(ears: readonly Ear[], changes: readonly Change[]): number {
  let unheard = 0;
  for (const { heard } of ears) {
    const events = new Set(heard.map(({ event }) => event));
    const lastResync = heard.findLast(({ event }) => event === 'resync')?.at ?? 0;
    for (const change of changes)
      if (!change.events.every((event) => events.has(event)) && lastResync < change.at) unheard += 1;
  }
  return unheard;
}

export const countResyncs = (ears: readonly Ear[]): number =>
  ears.reduce((sum, { heard }) => sum + heard.filter(({ event }) => event === 'resync').length, 0);
