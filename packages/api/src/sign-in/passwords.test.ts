import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, expect, test } from 'vitest';
import { openPasswords } from './passwords.ts';

const quick = openPasswords({ key: 'k'.repeat(32), cost: 4 });
afterAll(() => quick.close());

test('a password longer than 72 bytes is not cut', async () => {
  const long = `${'ज्ञान'.repeat(20)}1`;
  const hash = await quick.hash(long);
  expect(await quick.matches(long, hash)).toBe(true);
  expect(await quick.matches(`${long.slice(0, -1)}2`, hash)).toBe(false);
});

test('another key does not open the same hash, and no hash is never right', async () => {
  const other = openPasswords({ key: 'z'.repeat(32), cost: 4 });
  const hash = await quick.hash('Correct7horse');
  expect(await other.matches('Correct7horse', hash)).toBe(false);
  expect(await quick.matches('Correct7horse', null)).toBe(false);
  await other.close();
});

test('a full queue and a late answer say "try again"', async () => {
  const small = openPasswords({ key: 'k', cost: 11, workers: 1, queue: 2, deadlineMs: 200 });
  const answers = await Promise.allSettled(Array.from({ length: 8 }, () => small.hash('Correct7horse')));
  const refused = answers.filter((answer) => answer.status === 'rejected');
  expect(refused.length).toBeGreaterThanOrEqual(5);
  for (const answer of refused) expect(answer.reason).toMatchObject({ name: 'AppError', code: 'unavailable' });
  await small.close();
});

test('the event loop stays free while passwords are compared', async () => {
  const real = openPasswords({ key: 'k', cost: 11 });
  const hash = await real.hash('Correct7horse');
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  await Promise.all(Array.from({ length: 6 }, () => real.matches('Wrong7horse', hash)));
  delay.disable();
  expect(delay.percentile(50) / 1e6).toBeLessThan(60);
  await real.close();
});

test('an unknown mail costs as much as a known one', async () => {
  const real = openPasswords({ key: 'k', cost: 10 });
  const hash = await real.hash('Correct7horse');
  const time = async (against: string | null) => {
    const rounds: number[] = [];
    for (let i = 0; i < 7; i++) {
      const start = performance.now();
      await real.matches('Wrong7horse', against);
      rounds.push(performance.now() - start);
    }
    return rounds.sort((a, b) => a - b)[3] ?? 0;
  };
  const [known, unknown] = [await time(hash), await time(null)];
  expect(unknown / known).toBeGreaterThan(0.5);
  expect(unknown / known).toBeLessThan(2);
  await real.close();
});
