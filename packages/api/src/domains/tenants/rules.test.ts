import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PLANS } from './names.ts';
import { freeSlug, limitsOf, slugOf, startOf, statusAfterSuspension } from './rules.ts';

test('a slug is made of small letters, digits and single dashes, whatever the name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
      const slug = slugOf(name);
      expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(slug.length).toBeLessThanOrEqual(50);
      expect(slugOf(slug)).toBe(slug);
    }),
  );
});

test('a slug that is taken is numbered, and never one of the taken', () => {
  expect(freeSlug('Gyan Library', new Set())).toBe('gyan-library');
  expect(freeSlug('Gyan  Library!', new Set(['gyan-library', 'gyan-library-2']))).toBe('gyan-library-3');
  expect(freeSlug('ज्ञान लाइब्रेरी', new Set())).toBe('library');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30 }), (count) => {
      const taken = new Set<string>();
      for (let i = 0; i < count; i += 1) taken.add(freeSlug('Same name', taken));
      expect(taken.size).toBe(count);
    }),
  );
});

test('a dearer plan never allows less', () => {
  const limits = PLANS.map(limitsOf);
  for (const [index, limit] of limits.entries()) {
    const cheaper = limits[index - 1] ?? limit;
    expect(limit.maxLibraries).toBeGreaterThanOrEqual(cheaper.maxLibraries);
    expect(limit.maxStudents).toBeGreaterThanOrEqual(cheaper.maxStudents);
    expect(limit.maxStaff).toBeGreaterThanOrEqual(cheaper.maxStaff);
  }
});

test('a paid plan begins on trial, and a tenant comes back to what its dates say', () => {
  const now = new Date('2026-11-21T06:00:00Z');
  const later = new Date('2026-12-05T06:00:00Z');
  const before = new Date('2026-11-01T06:00:00Z');
  expect(startOf('free', now, 14)).toEqual({ status: 'active', trialEndsAt: null });
  expect(startOf('starter', now, 14)).toEqual({ status: 'trial', trialEndsAt: later });
  expect(statusAfterSuspension({ trialEndsAt: later, subscriptionEndsAt: null }, now)).toBe('trial');
  expect(statusAfterSuspension({ trialEndsAt: before, subscriptionEndsAt: null }, now)).toBe('expired');
  expect(statusAfterSuspension({ trialEndsAt: before, subscriptionEndsAt: later }, now)).toBe('active');
  expect(statusAfterSuspension({ trialEndsAt: null, subscriptionEndsAt: before }, now)).toBe('expired');
  expect(statusAfterSuspension({ trialEndsAt: null, subscriptionEndsAt: null }, now)).toBe('active');
});
