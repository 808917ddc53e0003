import { expect, test } from 'vitest';
import { By, Counter, Durations } from './measures.ts';
import { openRoutes } from './route-of.ts';
import { countersText, durationsText, valuesText } from './text.ts';

test('a duration counts in each bucket that holds it', () => {
  const times = new By(() => new Durations([0.1, 1]));
  for (const seconds of [0.1, 0.2, 5]) times.at('read').add(seconds);
  expect(durationsText('asked_seconds', 'How long.', ['type'], times)).toBe(`# HELP asked_seconds How long.
# TYPE asked_seconds histogram
asked_seconds_bucket{type="read",le="0.1"} 1
asked_seconds_bucket{type="read",le="1"} 2
asked_seconds_bucket{type="read",le="+Inf"} 3
asked_seconds_sum{type="read"} 5.3
asked_seconds_count{type="read"} 3
`);
});

test('what was made up by whoever asks is counted together', () => {
  const counters = new By(() => new Counter());
  for (let n = 0; n < 1_000; n++) counters.at(`name-${n}`).add();
  const lines = countersText('refused_total', 'How many.', ['name'], counters).trimEnd().split('\n');
  expect(lines).toHaveLength(2 + 401);
  expect(lines.at(-1)).toBe('refused_total{name="other"} 600');
});

test('a label cannot end its line', () => {
  expect(valuesText('n', 'gauge', 'N.', [[{ of: 'a"b\\c\nd' }, 1]])).toContain('n{of="a\\"b\\\\c\\nd"} 1\n');
});

test('a page is counted by its pattern once it was shown, and no other address is', () => {
  const routeOf = openRoutes();
  const staff = '/staff/01a2211e-a5b5-7c9b-b7d6-23938f6eca73';
  expect(routeOf(staff, 307)).toBe('other');
  expect(routeOf(staff, 200)).toBe('/staff/[id]');
  expect(routeOf(staff.replace('01a2', '01a3'), 404)).toBe('/staff/[id]');
  expect(routeOf('/made-up', 404)).toBe('other');
  expect(routeOf('/_next/static/a.js', 200)).toBe('/_next');
  expect(routeOf('/api/auth/session', 200)).toBe('/api/auth');
  expect(routeOf('/api/made-up', 404)).toBe('other');
  expect(routeOf('/api/trpc/libraries.list', 200)).toBeNull();
  expect(routeOf('/api/events', 200)).toBeNull();
  for (let n = 0; n < 200; n++) routeOf(`/page-${n}`, 200);
  expect(routeOf('/page-199', 200)).toBe('other');
});
