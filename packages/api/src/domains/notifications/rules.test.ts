import { expect, test } from 'vitest';
import { byMailOf, choicesOf, isMailed, mutedOf, noWishes, quietUntil } from './rules.ts';

const kinds = {
  'library.status': { category: 'library', priority: 'medium', who: ['owner'] },
  'plan.ends': { category: 'subscription', priority: 'high', who: ['owner'] },
  'security.password_changed': { category: 'security', priority: 'high', who: ['owner', 'staff'], hasLetter: true },
} as const;

test('a person chooses among what their role may hear of; security is always on', () => {
  const muted = ['library.status', 'security.password_changed'];
  const shown = choicesOf(kinds, 'owner', { ...noWishes, muted });
  expect(shown.map(({ kind, isOn, mayBeOff }) => [kind, isOn, mayBeOff])).toEqual([
    ['library.status', false, true],
    ['plan.ends', true, true],
    ['security.password_changed', true, false],
  ]);
  expect(choicesOf(kinds, 'staff', noWishes).map(({ kind }) => kind)).toEqual(['security.password_changed']);
});

test('only kinds that exist and may be off are kept as such', () => {
  expect(mutedOf(kinds, ['security.password_changed', 'no.such', 'library.status'])).toEqual(['library.status']);
});

test('what matters is mailed unless somebody says otherwise, and never what a letter tells already', () => {
  const mailed = (byMail: Record<string, boolean>) =>
    choicesOf(kinds, 'owner', { ...noWishes, byMail }).map(({ byMail: is, mayMail }) => [is, mayMail]);
  const [no, yes, never] = [
    [false, true],
    [true, true],
    [false, false],
  ];
  expect(mailed({})).toEqual([no, yes, never]);
  expect(mailed({ 'library.status': true, 'plan.ends': false, 'security.password_changed': true })).toEqual([
    yes,
    no,
    never,
  ]);
  expect(byMailOf(kinds, ['plan.ends', 'no.such'])).toEqual({});
  const chosen = byMailOf(kinds, ['library.status', 'security.password_changed']);
  expect(chosen).toEqual({ 'library.status': true, 'plan.ends': false });
  expect(isMailed('plan.ends', kinds['plan.ends'], chosen)).toBe(false);
});

test.each([
  ['22:00', '07:00', '21:59', null],
  ['22:00', '07:00', '22:00', '07:00'],
  ['22:00', '07:00', '00:00', '07:00'],
  ['22:00', '07:00', '06:59', '07:00'],
  ['22:00', '07:00', '07:00', null],
  ['13:00', '15:30', '14:00', '15:30'],
  ['13:00', '15:30', '12:59', null],
  ['13:00', '15:30', '15:30', null],
  ['00:00', '23:59', '23:58', '23:59'],
])('quiet from %s till %s: at %s until %s', (quietFrom, quietTill, clock, until) => {
  const at = (text: string) => new Date(`2026-12-31T${text}:30+05:30`);
  const ends = quietUntil({ ...noWishes, quietFrom, quietTill }, at(clock));
  const india = ends && new Date(ends.getTime() + 5.5 * 3_600_000).toISOString();
  expect(india?.slice(11, 16) ?? null).toBe(until);
  if (ends) expect(ends.getTime() - at(clock).getTime()).toBeLessThan(86_400_000);
  if (ends) expect(ends.getTime()).toBeGreaterThan(at(clock).getTime());
});

test('without quiet hours nothing waits', () => {
  expect(quietUntil(noWishes, new Date())).toBeNull();
});
