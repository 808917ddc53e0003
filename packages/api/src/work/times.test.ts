import { expect, test } from 'vitest';
import { lastDue } from './times.ts';

const due = (at: Parameters<typeof lastDue>[0]['at'], now: string) => lastDue({ at }, new Date(now)).toISOString();

test('a time of day is India’s', () => {
  expect(due('09:00', '2026-11-28T03:30:00Z')).toBe('2026-11-28T03:30:00.000Z');
  expect(due('09:00', '2026-11-28T03:29:59Z')).toBe('2026-11-27T03:30:00.000Z');
  // After midnight there, the day before here.
  expect(due('00:15', '2026-11-27T18:44:59Z')).toBe('2026-11-26T18:45:00.000Z');
  expect(due('00:15', '2026-11-27T18:45:00Z')).toBe('2026-11-27T18:45:00.000Z');
  expect(due('23:59', '2026-11-27T18:29:00Z')).toBe('2026-11-27T18:29:00.000Z');
});

test('every so many minutes is the same for all workers', () => {
  expect(due({ minutes: 10 }, '2026-11-28T03:39:59Z')).toBe('2026-11-28T03:30:00.000Z');
  expect(due({ minutes: 10 }, '2026-11-28T03:40:00Z')).toBe('2026-11-28T03:40:00.000Z');
});
