import { expect, it } from 'vitest';
import type { Act } from '../outbox/act.tsx';
import { withActs, withHeld } from './rows-shown.tsx';

const rows = ['a', 'b', 'c'].map((id) => ({ id, name: id, status: 'active' }));
const act = (id: string, status: string, more: Partial<Act> = {}): Act => ({
  procedure: 'halls.setStatus',
  input: { id, version: 1, status },
  told: { name: id, field: 'status', words: {} },
  order: 1,
  key: status,
  owner: 'me',
  firstName: 'Asha',
  place: 'Here',
  stuck: null,
  ...more,
});

it('shows what waits to be sent, the last of one row, and nothing of others or of what was refused', () => {
  const acts = [
    act('a', 'inactive'),
    act('a', 'repaired'),
    act('b', 'inactive', { owner: 'another' }),
    act('c', 'inactive', { stuck: { why: 'refused', sentence: '' } }),
  ];
  expect(withActs(rows, acts, 'me').map(({ status }) => status)).toEqual(['repaired', 'active', 'active']);
  expect(withActs(rows, [], 'me')).toBe(rows);
});

it('keeps a row in its place in which someone types, and shows it as it is while it is there', () => {
  const [a, b, c] = rows;
  if (!a || !b || !c) throw new Error('three rows are wanted');
  const held = [{ row: b, at: 1 }];
  expect(withHeld([a, c], held)).toEqual([a, b, c]);
  const newer = { ...b, name: 'B' };
  expect(withHeld([newer, a], held)).toEqual([newer, a]);
  // Two cells of one row.
  expect(withHeld([], [...held, ...held])).toEqual([b]);
});
