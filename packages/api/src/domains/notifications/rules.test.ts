import { expect, test } from 'vitest';
import { choicesOf, mutedOf } from './rules.ts';

const kinds = {
  'library.status': { category: 'library', priority: 'medium', who: ['owner', 'manager'] },
  'security.password_changed': { category: 'security', priority: 'high', who: ['owner', 'manager', 'staff'] },
} as const;

test('a person chooses among what their role may hear of; security is always on', () => {
  expect(choicesOf(kinds, 'owner', ['library.status', 'security.password_changed'])).toEqual([
    { kind: 'library.status', category: 'library', isOn: false, mayBeOff: true },
    { kind: 'security.password_changed', category: 'security', isOn: true, mayBeOff: false },
  ]);
  expect(choicesOf(kinds, 'staff', []).map(({ kind }) => kind)).toEqual(['security.password_changed']);
});

test('neither security nor what does not exist is kept as off', () => {
  expect(mutedOf(kinds, ['security.password_changed', 'no.such', 'library.status'])).toEqual(['library.status']);
});
