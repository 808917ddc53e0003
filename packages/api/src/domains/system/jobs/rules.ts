import type { Health } from './names.ts';

const MINUTE = 60_000;
const LATE = { relay: MINUTE, queue: 2 * MINUTE } as const;
const FULL = 0.5;

export type Trouble = 'relay' | 'queue' | 'givenUp' | 'notifications' | 'paused';

/** What somebody should look at, the worst first. Of a paused queue it is no wonder that it is long. */
export function troublesOf({ now, unrelayed, queues, pauses, notifications }: Health): Trouble[] {
  const at = Date.parse(now);
  const age = (since: string | null) => (since === null ? 0 : at - Date.parse(since));
  const isPaused = (queue: string) => pauses.some((one) => one.queue === '' || one.queue === queue);
  const isLate = queues.some(
    ({ queue, state, since }) => state === 'waiting' && age(since) > LATE.queue && !isPaused(queue),
  );
  return [
    ...(unrelayed.count > 0 && age(unrelayed.since) > LATE.relay ? (['relay'] as const) : []),
    ...(isLate ? (['queue'] as const) : []),
    ...(notifications > FULL ? (['notifications'] as const) : []),
    ...(queues.some(({ state }) => state === 'dead') ? (['givenUp'] as const) : []),
    ...(pauses.length > 0 ? (['paused'] as const) : []),
  ];
}
