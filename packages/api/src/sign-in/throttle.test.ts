import { expect, test } from 'vitest';
import { openTally } from './tally.ts';
import { type Admission, openThrottle, type Try } from './throttle.ts';

const numbers = { tries: 5, triesOfStrangers: 5, triesPerAddress: 30, windowSeconds: 900 };

/** Time stands still until it is moved. */
function setUp() {
  const time = { now: 1_000_000 };
  const throttle = openThrottle(numbers, () => time.now);
  const pass = (seconds: number) => {
    time.now += seconds * 1000;
  };
  const judged = (attempt: Try, outcome: 'wrong' | 'right' | 'unjudged'): Admission => {
    const admission = throttle.enter(attempt);
    if (admission.pass) admission[outcome]();
    return admission;
  };
  return { throttle, pass, judged };
}

const stranger = (address: string, account = 'owner'): Try => ({ account, address, knownDevice: null });
const known: Try = { account: 'owner', address: '10.0.0.1', knownDevice: 'phone' };
const network = (index: number) => `10.${index >> 8}.${index & 255}.1`;

test('a known device has five tries in the window, whatever strangers do', () => {
  const { throttle, pass, judged } = setUp();
  for (let i = 0; i < 50; i++) judged(stranger(network(i)), 'wrong');
  for (let i = 0; i < 5; i++) expect(judged(known, 'wrong').pass).toBe(true);
  expect(throttle.enter(known)).toEqual({ pass: false, why: 'device', retryAfterSeconds: 900 });
  expect(throttle.enter({ ...known, knownDevice: 'laptop' }).pass).toBe(true);
  pass(901);
  expect(throttle.enter(known).pass).toBe(true);
});

test('a right password forgives what was mistyped on the same device', () => {
  const { judged } = setUp();
  for (let i = 0; i < 40; i++) expect(judged(known, i % 4 === 3 ? 'right' : 'wrong').pass || i > 29).toBe(true);
});

test('unknown devices have five tries for one account in any window, from however many addresses', () => {
  const { pass, judged } = setUp();
  const passed: number[] = [];
  for (let second = 0; second < 3_600; second += 3) {
    if (judged(stranger(second % 2 ? network(second) : `2001:db8:${second.toString(16)}::1`), 'wrong').pass)
      passed.push(second);
    pass(3);
  }
  expect(passed).toHaveLength(20);
  for (const end of passed) expect(passed.filter((at) => at > end - 900 && at <= end).length).toBeLessThanOrEqual(5);
});

test('a try counts from when it was judged, so that one that waited in line opens no gap', () => {
  const { throttle, pass, judged } = setUp();
  const early = Array.from({ length: 5 }, (_, i) => throttle.enter(stranger(network(i))));
  pass(8);
  for (const admission of early) if (admission.pass) admission.wrong();
  pass(895);
  expect(judged(stranger(network(9)), 'wrong').pass).toBe(false);
});

test('the try that shuts unknown devices out owes a link, once in a window', () => {
  const { throttle, pass, judged } = setUp();
  const owed = (account: string) => {
    const admission = throttle.enter(stranger(network(1), account));
    return admission.pass ? admission.wrong() : 'refused';
  };
  expect(Array.from({ length: 7 }, () => owed('a'))).toEqual([false, false, false, false, true, 'refused', 'refused']);
  expect(Array.from({ length: 5 }, () => owed('b'))).toEqual([false, false, false, false, true]);
  // Also when right ones have taken the room that one more wrong one needs.
  for (let i = 0; i < 4; i++) judged(stranger(network(i), 'c'), 'wrong');
  const rights = Array.from({ length: 12 }, () => {
    const admission = throttle.enter(stranger(network(1), 'c'));
    return admission.pass && admission.right();
  });
  expect(rights.indexOf(true)).toBe(11);
  pass(901);
  expect(Array.from({ length: 6 }, () => owed('a'))).toEqual([false, false, false, false, true, 'refused']);
});

test('an address has thirty tries, its network four times as many, and known devices behind both go on', () => {
  const { throttle, judged } = setUp();
  for (let i = 0; i < 30; i++) expect(judged(stranger('10.2.0.1', `a${i}`), 'wrong').pass).toBe(true);
  expect(throttle.enter(stranger('10.2.0.1', 'fresh'))).toMatchObject({ pass: false, why: 'address' });
  for (let i = 30; i < 120; i++) expect(judged(stranger(`10.2.0.${i}`, `a${i}`), 'wrong').pass).toBe(true);
  expect(throttle.enter(stranger('10.2.0.255', 'fresh'))).toMatchObject({ pass: false, why: 'address' });
  expect(throttle.enter(stranger('10.2.1.1', 'fresh')).pass).toBe(true);
  for (let i = 0; i < 120; i++) judged(stranger(`2001:db8:7:${i.toString(16)}::1`, `b${i}`), 'wrong');
  expect(throttle.enter(stranger('2001:db8:7:ffff::1', 'fresh'))).toMatchObject({ pass: false, why: 'address' });
  expect(throttle.enter({ ...known, address: '10.2.0.1' }).pass).toBe(true);
});

test('a try whose password was never looked at does not count, and pushes nobody out', () => {
  const { throttle, judged } = setUp();
  for (let i = 0; i < 5; i++) judged(stranger(network(i)), 'wrong');
  for (let i = 0; i < 100_010; i++) judged(stranger(network(i), `name ${i}`), 'unjudged');
  expect(throttle.enter(stranger(network(7)))).toMatchObject({ pass: false, why: 'account' });
  expect(throttle.size()).toBeLessThan(20);
});

test('who is right does not use up the tries of a person, and still has no end of them', () => {
  const { throttle, judged } = setUp();
  for (let i = 0; i < 40; i++) expect(judged(stranger(network(i)), 'right').pass).toBe(true);
  const more = Array.from({ length: 40 }, (_, i) => judged(stranger(network(i)), 'right').pass);
  expect(more).toContain(false);
  const phones = Array.from({ length: 1_000 }, () => judged({ ...known, account: 'a' }, 'right').pass);
  expect(phones).toContain(false);
  expect(throttle.enter({ ...known, account: 'b' }).pass).toBe(true);
});

test('tries side by side are counted before they are looked at', () => {
  const { throttle } = setUp();
  const tries = Array.from({ length: 12 }, () => throttle.enter(known));
  expect(tries.filter(({ pass }) => pass)).toHaveLength(5);
});

test('a session that asks too often for its password is refused before anything is asked about it', async () => {
  const { throttle } = setUp();
  let asked = 0;
  const ask = async () => {
    asked += 1;
    return 'owner';
  };
  for (let i = 0; i < 9; i++) {
    const admission = await throttle.enterAgain('session', ask);
    if (admission.pass) admission.wrong();
  }
  expect(asked).toBe(5);
});

test('a link from the mailbox forgives what was mistyped on the device', () => {
  const { throttle, judged } = setUp();
  for (let i = 0; i < 5; i++) judged(known, 'wrong');
  throttle.forgive('owner', 'phone');
  expect(throttle.enter(known).pass).toBe(true);
});

test('what has run out leaves memory, and a full memory refuses new keys and keeps the old', () => {
  const time = { now: 1_000_000 };
  const tally = openTally({ limit: 1, windowMs: 1_000, clock: () => time.now, mostKeys: 100 });
  for (let i = 0; i < 100; i++) tally.take(`${i}`).wrong();
  expect(tally.waitMs('new')).toBeGreaterThan(0);
  for (let i = 0; i < 100; i++) expect(tally.waitMs(`${i}`)).toBe(1_000);
  time.now += 1_001;
  expect(tally.waitMs('new')).toBe(0);
  expect(tally.size).toBe(0);
});
