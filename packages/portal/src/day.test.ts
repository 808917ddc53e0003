import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { daysUntil, dayText, nearDayText } from './day.tsx';

it('says the day as India has it, not as the server', () => {
  expect(dayText('en', '2026-03-31T18:29:59.999Z')).toBe('31 Mar 2026');
  expect(dayText('en', '2026-03-31T18:30:00.000Z')).toBe('1 Apr 2026');
  expect(dayText('hi', '2026-12-31T18:30:00.000Z')).toBe('1 जनवरी 2027');
});

it('writes Latin digits in both languages, and English for a language it does not know', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }), (at) => {
      const [en, hi, other] = ['en', 'hi', 'ta'].map((locale) => dayText(locale, at.toISOString()));
      const numbers = (text = '') => text.match(/[0-9]+/g);
      expect(numbers(hi)).toEqual(numbers(en));
      expect(numbers(en)).toHaveLength(2);
      expect(hi).not.toMatch(/[०-९]/);
      expect(other).toBe(en);
    }),
  );
});

it('counts midnights of India, whatever the hour', () => {
  const late = new Date('2026-03-31T18:29:00.000Z');
  expect(daysUntil('2026-03-31T18:31:00.000Z', late)).toBe(1);
  expect(daysUntil('2026-03-31T00:00:00.000Z', late)).toBe(0);
  expect(daysUntil('2026-04-07T18:29:00.000Z', late)).toBe(7);
  expect(daysUntil('2026-03-30T18:29:00.000Z', late)).toBe(-1);
});

it('says how far off a day is for a month either way, in both languages', () => {
  const now = new Date('2026-03-31T12:00:00.000Z');
  expect(nearDayText('en', '2026-04-03T12:00:00.000Z', now)).toBe('in 3 days');
  expect(nearDayText('en', '2026-03-31T18:31:00.000Z', now)).toBe('tomorrow');
  expect(nearDayText('en', '2026-03-28T12:00:00.000Z', now)).toBe('3 days ago');
  expect(nearDayText('hi', '2026-04-03T12:00:00.000Z', now)).toBe('3 दिन में');
  expect(nearDayText('en', '2026-05-01T12:00:00.000Z', now)).toBe('in 31 days');
  expect(nearDayText('en', '2026-05-02T12:00:00.000Z', now)).toBeNull();
});
