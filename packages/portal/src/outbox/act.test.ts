import type { ErrorData } from '@studyspot/api/errors/app-error';
import { type Code, codes } from '@studyspot/api/errors/codes';
import { expect, test } from 'vitest';
import { type Act, behind, firstNameOf, meaningOf, nextOf, pauseAfter, sorted } from './act.tsx';

const made = (order: number, more: Partial<Act> & { id?: string; version?: number } = {}): Act => {
  const { id = 'library', version = 3, ...rest } = more;
  return {
    order,
    key: `key ${order}`,
    procedure: 'libraries.setStatus',
    input: { id, version, status: 'inactive' },
    told: { name: 'Main Hall', field: 'status', words: { inactive: 'Closed' } },
    owner: 'gyan:asha',
    firstName: 'Asha',
    place: 'Gyan Library',
    stuck: null,
    ...rest,
  };
};
const refused = { why: 'refused', sentence: 'No.' } as const;

test('the first of each record is sent, and nothing of another person or business', () => {
  const acts = [
    made(1, { owner: 'gyan:ravi' }),
    made(2, { owner: 'vidya:asha' }),
    made(3, { stuck: refused }),
    made(4),
    made(5, { id: 'other' }),
    made(6),
  ];
  expect(nextOf(acts, 'gyan:asha')?.order).toBe(5);
  expect(nextOf(acts.slice(3), 'gyan:asha')?.order).toBe(4);
  expect(nextOf(acts.slice(0, 4), 'gyan:asha')).toBeUndefined();
});

test('those behind one that is done go on from what it has made, and never back', () => {
  const [done, ...rest] = [
    made(1),
    made(2),
    made(3, { version: 9 }),
    made(4, { id: 'other' }),
    made(5, { owner: 'x:y' }),
  ];
  const changed = behind([done, ...rest] as Act[], done as Act, 4);
  expect(changed.map(({ order, input }) => [order, input.version])).toEqual([
    [2, 4],
    [3, 9],
  ]);
});

const failure = (name: Code, details: ErrorData['details'] = {}): ErrorData => ({
  ...{ number: codes[name].number, name, sentence: '', fields: [], requestId: '' },
  details,
});

test('no answer, a busy server and a twin under way are tried again', () => {
  expect(meaningOf(null)).toBe('away');
  for (const name of ['unavailable', 'server', 'database', 'too_many_calls'] as const)
    expect(meaningOf(failure(name))).toBe('away');
  expect(meaningOf(failure('conflict', { reason: 'in_flight' }))).toBe('away');
});

test('another session, business or person, and an account that is closed, let it wait', () => {
  for (const reason of ['tenant_switched', 'person_switched'])
    expect(meaningOf(failure('changed_meanwhile', { reason }))).toBe('elsewhere');
  for (const name of ['unauthorized', 'token_expired', 'tenant_suspended', 'subscription_expired'] as const)
    expect(meaningOf(failure(name))).toBe('elsewhere');
});

test('someone was faster, and what is refused for good', () => {
  expect(meaningOf(failure('changed_meanwhile'))).toBe('contested');
  for (const name of ['insufficient_permissions', 'not_found', 'deleted', 'validation'] as const)
    expect(meaningOf(failure(name))).toBe('refused');
  expect(meaningOf(failure('conflict', { reason: 'other_body' }))).toBe('refused');
});

test('pauses grow to a minute, and are as long as the server says where it says so', () => {
  expect([0, 1, 2, 9].map((tries) => pauseAfter(tries, null))).toEqual([2_000, 4_000, 8_000, 60_000]);
  expect(pauseAfter(9, failure('too_many_calls', { retryAfter: 3 }))).toBe(3_000);
});

test('what waits is told by whose it is, of others nothing but the first name', () => {
  const acts = [
    made(1),
    made(2, { stuck: refused }),
    made(3, { owner: 'vidya:asha', place: 'Vidya Rooms' }),
    made(4, { owner: 'gyan:ravi', firstName: 'Ravi' }),
    made(5, { owner: 'vidya:ravi', firstName: 'Ravi', place: 'Vidya Rooms' }),
  ];
  const { mine, stuck, elsewhere, ofOthers } = sorted(acts, 'gyan:asha');
  expect([mine, stuck].map((some) => some.map(({ order }) => order))).toEqual([[1], [2]]);
  expect([...elsewhere]).toEqual([['Vidya Rooms', 1]]);
  expect([...ofOthers]).toEqual([['Ravi', 2]]);
  expect(firstNameOf(' Asha Rao')).toBe('Asha');
});
