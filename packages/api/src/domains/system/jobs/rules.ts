import { type Health, LETTERS } from './names.ts';

const MINUTE = 60_000;
const LATE = { worker: MINUTE, relay: MINUTE, queue: 5 * MINUTE } as const;
// Nobody knows when a mail server is well again: so long after the last letter that it refused.
const REFUSED_FOR = 60 * MINUTE;
const FULL = 0.5;

/** The worst first. */
export const TROUBLES = ['worker', 'relay', 'queue', 'letters', 'notifications', 'givenUp', 'paused'] as const;
export type Trouble = (typeof TROUBLES)[number];

/** What somebody should look at. What is held up has a state of its own: it is no wonder that it waits. */
export function troublesOf(health: Health): Trouble[] {
  const { now, workerAt, unrelayed, queues, pauses, kinds, notifications } = health;
  const at = Date.parse(now);
  const age = (since: string | null) => (since === null ? Number.POSITIVE_INFINITY : at - Date.parse(since));
  const is: Record<Trouble, boolean> = {
    worker: age(workerAt) > LATE.worker,
    relay: unrelayed.count > 0 && unrelayed.since !== null && age(unrelayed.since) > LATE.relay,
    queue: queues.some(({ state, since }) => state === 'waiting' && age(since) > LATE.queue),
    letters: kinds.some(({ kind, lastErrorAt }) => kind === LETTERS && age(lastErrorAt) < REFUSED_FOR),
    notifications: notifications > FULL,
    givenUp: queues.some(({ state }) => state === 'dead'),
    paused: pauses.length > 0,
  };
  return TROUBLES.filter((trouble) => is[trouble]);
}

/** What is stuck without anybody having wanted it so: people are told of it. */
export const alarmsOf = (health: Health): Trouble[] => troublesOf(health).filter((trouble) => trouble !== 'paused');

export const givenUpOf = ({ queues }: Pick<Health, 'queues'>): number =>
  queues.filter(({ state }) => state === 'dead').reduce((sum, { count }) => sum + count, 0);

/** Those that began and those that ended since these were known to be on. */
export const alarmsTurned = (on: readonly string[], now: readonly Trouble[]) => ({
  raised: now.filter((trouble) => !on.includes(trouble)),
  cleared: on.filter((trouble) => !now.some((one) => one === trouble)),
});

const SECRET = /token|secret|password|hash|key/i;
const ADDRESS = /^(.{0,2})[^@\s]*@(\S+)$/;
const MOST_LETTERS = 200;

function shown(field: string, value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (SECRET.test(field)) return '•••';
  const text = typeof value === 'string' ? value.replace(ADDRESS, '$1•••@$2') : JSON.stringify(value);
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
}

/** What a job was given, to be read by a person: no secret, no whole address, nothing that is not there. */
export const payloadFacts = (payload: Readonly<Record<string, unknown>>): { field: string; value: string }[] =>
  Object.entries(payload).flatMap(([field, value]) =>
    value === null || value === undefined ? [] : [{ field, value: shown(field, value) }],
  );
