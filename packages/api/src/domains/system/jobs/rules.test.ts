import { expect, test } from 'vitest';
import type { Health } from './names.ts';
import { troublesOf } from './rules.ts';

const well: Health = {
  now: '2026-11-28T04:00:00.000Z',
  unrelayed: { count: 0, since: null },
  queues: [{ queue: 'plain', state: 'waiting', since: '2026-11-28T03:59:00.000Z' }],
  pauses: [],
  notifications: 0,
};
const long = { queue: 'plain', state: 'waiting', since: '2026-11-28T03:57:59.000Z' };

test.each<[string, Partial<Health>, string[]]>([
  ['nothing is wrong', {}, []],
  ['events wait, but not for long', { unrelayed: { count: 9, since: '2026-11-28T03:59:30.000Z' } }, []],
  ['nobody relays', { unrelayed: { count: 1, since: '2026-11-28T03:58:59.000Z' } }, ['relay']],
  ['jobs wait too long', { queues: [long] }, ['queue']],
  ['what is due later waits for nobody', { queues: [{ ...long, state: 'later' }] }, []],
  ['of a paused queue it is no wonder', { queues: [long], pauses: [{ queue: 'plain' }] }, ['paused']],
  ['nor where all are paused', { queues: [long], pauses: [{ queue: '' }] }, ['paused']],
  ['another one is', { queues: [long], pauses: [{ queue: 'bulk' }] }, ['queue', 'paused']],
  ['something was given up', { queues: [{ ...long, state: 'dead' }] }, ['givenUp']],
  ['notifications are not read', { notifications: 0.6 }, ['notifications']],
])('%s', (_, more, wanted) => {
  expect(troublesOf({ ...well, ...more })).toEqual(wanted);
});
