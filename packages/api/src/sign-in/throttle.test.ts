import { expect, test } from 'vitest';
import { openThrottle, type Try } from './throttle.ts';

const numbers = { tries: 5, triesPerAddress: 30, windowSeconds: 900, waitMaxSeconds: 60 };

/** Time stands still until it is moved; sleepers wake in order. */
function handClock() {
  let now = 1_000_000;
  let sleepers: Array<{ at: number; wake: () => void }> = [];
  return {
    now: () => now,
    sleep: (milliseconds: number, signal?: AbortSignal) =>
      new Promise<void>((wake) => {
        sleepers.push({ at: now + milliseconds, wake });
        signal?.addEventListener('abort', () => wake());
      }),
    async pass(seconds: number) {
      now += seconds * 1000;
      for (const sleeper of sleepers.filter(({ at }) => at <= now)) sleeper.wake();
      sleepers = sleepers.filter(({ at }) => at > now);
      await new Promise(setImmediate);
    },
  };
}

const stranger = (address: string, account = 'owner'): Try => ({ account, address, knownDevice: null });
const known: Try = { account: 'owner', address: '10.0.0.1', knownDevice: 'phone' };

test('a known device has five tries in the window, whatever strangers do', async () => {
  const clock = handClock();
  const throttle = openThrottle(numbers, clock);
  for (let i = 0; i < 5; i++) await throttle.enter(stranger(`10.1.0.${i}`));
  for (let i = 0; i < 5; i++) expect((await throttle.enter(known)).pass).toBe(true);
  expect(await throttle.enter(known)).toMatchObject({ pass: false, why: 'device', retryAfterSeconds: 900 });
  expect((await throttle.enter({ ...known, knownDevice: 'laptop' })).pass).toBe(true);
  await clock.pass(901);
  expect((await throttle.enter(known)).pass).toBe(true);
});

test('a try whose password was never looked at does not count, and forgives nothing', async () => {
  const throttle = openThrottle(numbers, handClock());
  for (let i = 0; i < 4; i++) await throttle.enter(known);
  for (let i = 0; i < 20; i++) {
    const admission = await throttle.enter(known);
    if (!admission.pass) throw new Error('locked out for our own failure');
    admission.unjudged();
  }
  expect((await throttle.enter(known)).pass).toBe(true);
  expect((await throttle.enter(known)).pass).toBe(false);
});

test('a right password forgives the same device', async () => {
  const throttle = openThrottle(numbers, handClock());
  for (let i = 0; i < 20; i++) {
    const admission = await throttle.enter(known);
    expect(admission.pass).toBe(true);
    if (admission.pass && i % 4 === 3) admission.succeeded();
  }
});

test('an address has thirty tries, and known devices behind it go on', async () => {
  const throttle = openThrottle(numbers, handClock());
  for (let i = 0; i < 30; i++) expect((await throttle.enter(stranger('10.2.0.1', `a${i}`))).pass).toBe(true);
  expect(await throttle.enter(stranger('10.2.0.1', 'fresh'))).toMatchObject({ pass: false, why: 'address' });
  expect((await throttle.enter({ ...known, address: '10.2.0.1' })).pass).toBe(true);
});

test('after five strangers each further try waits, longer and longer, and is then let in', async () => {
  const clock = handClock();
  const throttle = openThrottle(numbers, clock);
  for (let i = 0; i < 5; i++) await throttle.enter(stranger(`10.3.0.${i}`));
  for (const [index, seconds] of [1, 2, 4, 8, 16, 32, 60, 60].entries()) {
    let passed = false;
    const waiting = throttle.enter(stranger(`10.3.1.${index}`)).then((admission) => {
      passed = admission.pass && admission.waited;
    });
    await clock.pass(seconds - 1);
    expect(passed).toBe(false);
    await clock.pass(1);
    await waiting;
    expect(passed).toBe(true);
  }
});

test('one address cannot hold all waiting places: the owner on a new phone gets one', async () => {
  const clock = handClock();
  const throttle = openThrottle(numbers, clock);
  for (let i = 0; i < 5; i++) await throttle.enter(stranger(`10.4.0.${i}`));
  const flood = Array.from({ length: 20 }, () => throttle.enter(stranger('10.4.1.1')));
  const owner = throttle.enter(stranger('10.4.2.2'));
  await clock.pass(61);
  const answers = await Promise.all(flood);
  expect(answers.filter(({ pass }) => pass)).toHaveLength(1);
  expect((await owner).pass).toBe(true);
});

test('tries side by side are counted before they are looked at', async () => {
  const throttle = openThrottle(numbers, handClock());
  const tries = await Promise.all(Array.from({ length: 12 }, () => throttle.enter(known)));
  expect(tries.filter(({ pass }) => pass)).toHaveLength(5);
});

test('who goes away while waiting frees the place', async () => {
  const throttle = openThrottle({ ...numbers, waiting: 1 }, handClock());
  for (let i = 0; i < 5; i++) await throttle.enter(stranger(`10.5.0.${i}`));
  const left = new AbortController();
  const waiting = throttle.enter(stranger('10.5.1.1'), left.signal);
  expect((await throttle.enter(stranger('10.5.1.2'))).pass).toBe(false);
  left.abort();
  expect((await waiting).pass).toBe(false);
  const next = new AbortController();
  const held = throttle.enter(stranger('10.5.1.3'), next.signal);
  next.abort();
  expect(await held).toMatchObject({ pass: false, why: 'busy' });
});

test('one mail per account and window, and memory stays bounded', async () => {
  const clock = handClock();
  const throttle = openThrottle(numbers, clock);
  expect([throttle.mayMail('a'), throttle.mayMail('a'), throttle.mayMail('b')]).toEqual([true, false, true]);
  await clock.pass(901);
  expect(throttle.mayMail('a')).toBe(true);
});
