import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openMemoryLimits } from './memory.ts';

const rule = { limit: 10, windowMs: 60_000 };

function setUp(mostKeys = 1000) {
  const time = { now: 6_000_000 };
  const limits = openMemoryLimits({ clock: () => time.now, mostKeys });
  return { time, limiter: limits.limiter('calls', rule) };
}

test('lets through what fits and no more, and says how long to wait', () => {
  const { limiter, time } = setUp();
  expect(limiter.take('a', 9)).toEqual({ allowed: true, left: 1, waitMs: 0 });
  expect(limiter.take('a', 2).allowed).toBe(false);
  expect(limiter.take('a').allowed).toBe(true);
  const refused = limiter.take('a');
  expect(refused).toMatchObject({ allowed: false, left: 0 });
  expect(limiter.take('b').allowed).toBe(true);
  time.now += refused.waitMs;
  expect(limiter.take('a').allowed).toBe(true);
});

test('what is refused is not counted', () => {
  const { limiter, time } = setUp();
  limiter.take('a', 10);
  for (let i = 0; i < 50; i++) limiter.take('a');
  time.now += 66_000;
  expect(limiter.take('a').allowed).toBe(true);
});

test('no stretch of one window ever holds more than twice the limit, nor two windows three times', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 200 }), (pauses) => {
      const { limiter, time } = setUp();
      const passed: number[] = [];
      for (const pause of pauses) {
        time.now += pause;
        if (limiter.take('a').allowed) passed.push(time.now);
      }
      for (const end of passed) {
        const recent = passed.filter((at) => at > end - rule.windowMs && at <= end).length;
        if (recent > 2 * rule.limit) return false;
      }
      return true;
    }),
  );
});

test('the wait that is told is enough', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 1, max: 10 }))), (steps) => {
      const { limiter, time } = setUp();
      for (const [pause, cost] of steps) {
        time.now += pause;
        const { allowed, waitMs } = limiter.take('a', cost);
        if (allowed) continue;
        time.now += waitMs;
        if (!limiter.take('a', cost).allowed) return false;
      }
      return true;
    }),
  );
});

test('no count is forgotten because of what others send, and none is too low', () => {
  const { limiter, time } = setUp(3);
  limiter.take('old', 10);
  for (let i = 0; i < 20_000; i++) limiter.take(`flood ${i}`);
  expect(limiter.look('old').allowed).toBe(false);
  for (let i = 0; i < 10; i++) limiter.take('late');
  expect(limiter.look('late').allowed).toBe(false);
  time.now += 30_000;
  expect(limiter.look('old').allowed).toBe(false);
  // With the window goes its crowd: after two, nothing of it counts.
  time.now += 90_000;
  expect(limiter.look('old').left).toBe(10);
  expect(limiter.look('late').left).toBe(10);
});
