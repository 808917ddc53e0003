import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, expect, test } from 'vitest';
import { known, stranger } from './password-line.ts';
import { openPasswords } from './passwords.ts';

const me = known('me');
const found = (hash: string | null) => async () => hash;

const quick = openPasswords({ key: 'k'.repeat(32), cost: 4 });
afterAll(() => quick.close());

test('a password longer than 72 bytes is not cut', async () => {
  const long = `${'ज्ञान'.repeat(20)}1`;
  const hash = await quick.hash(long, me);
  expect(await quick.matches(long, found(hash), me)).toBe(true);
  expect(await quick.matches(`${long.slice(0, -1)}2`, found(hash), me)).toBe(false);
});

test('another key does not open the same hash, and no hash is never right', async () => {
  const other = openPasswords({ key: 'z'.repeat(32), cost: 4 });
  const hash = await quick.hash('Correct7horse', me);
  expect(await other.matches('Correct7horse', found(hash), me)).toBe(false);
  expect(await quick.matches('Correct7horse', found(null), me)).toBe(false);
  await other.close();
});

test('a full line and a late answer say "try again"', async () => {
  const small = openPasswords({ key: 'k', cost: 11, workers: 1, places: 2, deadlineMs: 200 });
  const each = (_: unknown, index: number) => small.hash('Correct7horse', known(`person ${index}`));
  const answers = await Promise.allSettled(Array.from({ length: 8 }, each));
  const refused = answers.filter((answer) => answer.status === 'rejected');
  expect(refused.length).toBeGreaterThanOrEqual(6);
  for (const answer of refused) expect(answer.reason).toMatchObject({ name: 'AppError', code: 'unavailable' });
  await small.close();
});

test('nothing is asked for who finds no place: one account, one address and one network have a share each', async () => {
  const slow = openPasswords({ key: 'k', cost: 7, workers: 1 });
  let asked = 0;
  const count = async () => {
    asked += 1;
    return null;
  };
  const ask = (asker: Parameters<typeof slow.matches>[2]) => slow.matches('Wrong7horse', count, asker);
  const tries = (number: number, asker: (index: number) => Parameters<typeof slow.matches>[2]) =>
    Promise.allSettled(Array.from({ length: number }, (_, index) => ask(asker(index))));
  const passed = (answers: PromiseSettledResult<boolean>[]) =>
    answers.filter((one) => one.status === 'fulfilled').length;
  const [account, address, network, other] = await Promise.all([
    tries(20, () => known('one account')),
    tries(20, () => stranger('198.51.100.1')),
    tries(20, (index) => stranger(`203.0.113.${index}`)),
    tries(1, () => stranger('192.0.2.1')),
  ]);
  expect([account, address, network, other].map(passed)).toEqual([3, 5, 10, 1]);
  expect(asked).toBe(19);
  await slow.close();
});

test('the known do not wait behind strangers', async () => {
  const slow = openPasswords({ key: 'k', cost: 7, workers: 1 });
  const order: string[] = [];
  const ask = async (who: string, asker: Parameters<typeof slow.matches>[2]) => {
    await slow.matches('Wrong7horse', found(null), asker);
    order.push(who);
  };
  const crowd = Array.from({ length: 20 }, (_, index) => ask('stranger', stranger(`10.${index}.0.1`)));
  const people = Array.from({ length: 20 }, (_, index) => ask('known', known(`person ${index}`)));
  await Promise.all([...crowd, ...people]);
  // In one line all of them would come behind the crowd.
  expect(order.slice(0, 20).filter((who) => who === 'known').length).toBeGreaterThanOrEqual(5);
  await slow.close();
});

test('the event loop stays free while passwords are compared', async () => {
  const real = openPasswords({ key: 'k', cost: 11, deadlineMs: 25_000 });
  const hash = await real.hash('Correct7horse', me);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  await Promise.all(
    Array.from({ length: 6 }, (_, index) => real.matches('Wrong7horse', found(hash), known(`p${index}`))),
  );
  delay.disable();
  expect(delay.percentile(50) / 1e6).toBeLessThan(60);
  await real.close();
});

test('an unknown mail costs as much as a known one', async () => {
  const real = openPasswords({ key: 'k', cost: 10 });
  const hash = await real.hash('Correct7horse', me);
  const time = async (against: string | null) => {
    const start = performance.now();
    await real.matches('Wrong7horse', found(against), me);
    return performance.now() - start;
  };
  // In turn, and the quickest of each: what else the machine does only ever adds.
  let [known, unknown] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < 7; round++) {
    known = Math.min(known, await time(hash));
    unknown = Math.min(unknown, await time(null));
  }
  expect(unknown / known).toBeGreaterThan(0.5);
  expect(unknown / known).toBeLessThan(2);
  await real.close();
});
