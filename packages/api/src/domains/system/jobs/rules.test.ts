import { expect, test } from 'vitest';
import type { Health } from './names.ts';
import { alarmsOf, alarmsTurned, payloadFacts, troublesOf } from './rules.ts';

const well: Health = {
  now: '2026-11-28T04:00:00.000Z',
  workerAt: '2026-11-28T03:59:55.000Z',
  unrelayed: { count: 0, since: null },
  queues: [{ queue: 'plain', state: 'waiting', count: 1, since: '2026-11-28T03:59:00.000Z' }],
  pauses: [],
  kinds: [{ kind: 'letters', lastErrorAt: null }],
  notifications: 0,
};
const long = { queue: 'plain', state: 'waiting', count: 1, since: '2026-11-28T03:54:59.000Z' };
const refused = (lastErrorAt: string) => [{ kind: 'letters', lastErrorAt }];

test.each<[string, Partial<Health>, string[]]>([
  ['nothing is wrong', {}, []],
  ['a worker is on its way back', { workerAt: '2026-11-28T03:59:01.000Z' }, []],
  ['no worker was heard of for long', { workerAt: '2026-11-28T03:58:59.000Z' }, ['worker']],
  ['none ever was', { workerAt: null }, ['worker']],
  ['events wait, but not for long', { unrelayed: { count: 9, since: '2026-11-28T03:59:30.000Z' } }, []],
  ['nobody relays', { unrelayed: { count: 1, since: '2026-11-28T03:58:59.000Z' } }, ['relay']],
  ['jobs wait too long', { queues: [long] }, ['queue']],
  ['what is due later waits for nobody', { queues: [{ ...long, state: 'later' }] }, []],
  ['what is paused waits for nobody', { queues: [{ ...long, state: 'paused' }], pauses: [{}] }, ['paused']],
  ['nor what is a closed customer’s', { queues: [{ ...long, state: 'closed' }] }, []],
  ['something was given up', { queues: [{ ...long, state: 'dead' }] }, ['givenUp']],
  ['letters were refused', { kinds: refused('2026-11-28T03:00:01.000Z') }, ['letters']],
  ['they go again since', { kinds: refused('2026-11-28T02:59:59.000Z') }, []],
  ['a job of another kind failed', { kinds: [{ kind: 'jobTidy', lastErrorAt: well.now }] }, []],
  ['notifications are not read', { notifications: 0.6 }, ['notifications']],
])('%s', (_, more, wanted) => {
  expect(troublesOf({ ...well, ...more })).toEqual(wanted);
});

test('nobody is told of what somebody wanted so', () => {
  const pauses = [{}];
  expect(alarmsOf({ ...well, pauses, notifications: 0.6 })).toEqual(['notifications']);
});

test.each([
  [[], ['relay'], ['relay'], []],
  [['relay'], ['relay'], [], []],
  [['relay', 'gone'], ['queue'], ['queue'], ['relay', 'gone']],
  [['queue'], [], [], ['queue']],
] as const)('of %j that were on and %j that are, each is told once', (on, now, raised, cleared) => {
  expect(alarmsTurned(on, [...now])).toEqual({ raised, cleared });
});

test('what a job was given is read without secrets and whole addresses', () => {
  const long = 'a'.repeat(300);
  expect(
    payloadFacts({
      tokens: 3,
      resetToken: 'x',
      to: 'asha.r@example.com',
      list: [1, 2],
      after: null,
      isLast: true,
      long,
    }),
  ).toEqual([
    { field: 'tokens', value: '3' },
    { field: 'resetToken', value: '•••' },
    { field: 'to', value: 'as•••@example.com' },
    { field: 'list', value: '[1,2]' },
    { field: 'isLast', value: 'true' },
    { field: 'long', value: `${'a'.repeat(200)}…` },
  ]);
});
