import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type Answer, Browser } from '../sign-in/testing/browser.ts';
import { openStage, password, type Stage } from '../sign-in/testing/stage.ts';
import type { TestPortal } from '../sign-in/testing/test-portal.ts';
import type { CallersOrder, CallersTimes } from './callers.ts';
import type { FloodCount, FloodOrder } from './flood.ts';

interface SoakOptions {
  scale: number;
  seed: number;
}

/** In short the tests build at the same time on the same two cores: the times are the full soak's business. */
const boundsOf = (scale: number) =>
  scale < 1 ? { apiMs: 1_000, knownMs: 4_000, comparisons: 10 } : { apiMs: 100, knownMs: 2_000, comparisons: 10 };
const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
const isIn = (answer: Answer) => answer.headers.get('location') === '/';

interface Watched {
  portal: TestPortal;
  /** When a stranger's password was compared, by what it was given as. */
  compared: number[];
  asked: { logins: number };
}

/** A portal that counts what a flood makes it do: logins looked up, passwords of strangers compared. */
async function openWatched(stage: Stage, env: Record<string, string>): Promise<Watched> {
  const compared: number[] = [];
  const asked = { logins: 0 };
  const portal = await stage.portal({
    // The soak is its own proxy: it says which address a try comes from.
    env: { TRUSTED_PROXIES: '127.0.0.1,::1', LOG_LEVEL: 'warn', ...env },
    change: ({ services, signIn }) => {
      const { identity, passwords } = signIn;
      signIn.identity = {
        ...identity,
        findLogin: (email) => {
          asked.logins += 1;
          return identity.findLogin(email);
        },
      };
      const matches: typeof passwords.matches = (given, find, asker) => {
        const noted = async () => {
          const hash = await find();
          if (asker.lane === 'strangers' && given !== password) compared.push(performance.now());
          return hash;
        };
        return passwords.matches(given, noted, asker);
      };
      signIn.passwords = { ...passwords, matches };
      services.passwords = signIn.passwords;
    },
  });
  return { portal, compared, asked };
}

/** A script in a thread of its own, so that the portal's is what is measured; when it is ended it tells what it saw. */
async function inThread<Order, Seen>(file: string, workerData: Order): Promise<() => Promise<Seen>> {
  const worker = new Worker(new URL(file, import.meta.url), { workerData });
  const next = <T>() =>
    new Promise<T>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
  await next<'ready'>();
  return async () => {
    const told = next<Seen>();
    worker.postMessage('stop');
    const seen = await told;
    await worker.terminate();
    return seen;
  };
}

async function startFlood(portal: TestPortal, order: Pick<FloodOrder, 'sockets' | 'address' | 'email'>) {
  const browser = new Browser(portal.url);
  const csrfToken = await browser.csrf();
  const { cookie } = browser;
  return inThread<FloodOrder, FloodCount>('./flood.ts', { ...order, url: portal.url, cookie, csrfToken });
}

interface Others {
  p95: number;
  calls: number;
  failed: number;
}

/** Cookies of people who are signed in. */
async function signedIn(stage: Stage, portal: TestPortal): Promise<string[]> {
  const { a, b, c } = stage.world;
  const people = await Promise.all([a.owner, a.manager, b.owner, c.owner].map((one) => stage.visitor(portal, one)));
  return people.map(({ cookie }) => cookie);
}

/** How fast they are answered while `during` lasts. */
async function others(portal: TestPortal, cookies: string[], during: () => Promise<void>): Promise<Others> {
  const stop = await inThread<CallersOrder, CallersTimes>('./callers.ts', { url: portal.url, cookies });
  await during();
  const { milliseconds, failed } = await stop();
  milliseconds.sort((one, other) => one - other);
  const p95 = milliseconds[Math.floor(milliseconds.length * 0.95)] ?? Number.POSITIVE_INFINITY;
  return { p95, calls: milliseconds.length, failed };
}

interface Phase {
  name: string;
  faults: string[];
  figures: string;
}

const told = (counts: FloodCount) =>
  Object.entries(counts)
    .map(([code, count]) => `${count} x ${code}`)
    .join(', ');

function faultsOfOthers({ p95, failed }: Others, scale: number): string[] {
  const faults = failed > 0 ? [`${failed} calls of others failed`] : [];
  if (p95 > boundsOf(scale).apiMs) faults.push(`p95 of others ${p95.toFixed(0)} ms`);
  return faults;
}

const figuresOfOthers = ({ p95, calls, failed }: Others, calm: Others) =>
  `others' p95 ${p95.toFixed(0)} ms over ${calls} calls, ${failed} failed (${calm.p95.toFixed(0)} ms before)`;

/** Until the address is refused. */
async function useUp(portal: TestPortal, address: string): Promise<void> {
  const browser = new Browser(portal.url);
  for (let i = 0; i < 60; i++) {
    const answer = await browser.signIn(`first${i}@example.test`, 'Guess7horse', from(address));
    if ((answer.headers.get('location') ?? '').includes('error=4005')) return;
  }
  throw new Error('60 wrong tries were not refused');
}

async function refusedAddress(stage: Stage, scale: number): Promise<Phase> {
  const { portal, asked } = await openWatched(stage, {});
  const address = '203.0.113.7';
  await useUp(portal, address);
  const people = await signedIn(stage, portal);
  const calm = await others(portal, people, () => pause(1_000));
  const before = asked.logins;
  const stop = await startFlood(portal, { sockets: 32, address, email: null });
  const seen = await others(portal, people, () => pause(scale < 1 ? 3_000 : 60_000));
  const counts = await stop();
  const logins = asked.logins - before;
  await portal.app.signIn.idle();
  const faults = faultsOfOthers(seen, scale);
  if (logins > 0) faults.push(`${logins} logins looked up`);
  const refused = counts[4005] ?? 0;
  if (refused < 100 || Object.keys(counts).length > 1) faults.push(`answered otherwise: ${told(counts)}`);
  const mails = (await portal.mails()).length;
  if (mails > 0) faults.push(`${mails} mails`);
  if (portal.lines.length > 40) faults.push(`${portal.lines.length} lines in the log`);
  const figures = `${refused} refused, ${logins} logins looked up, ${mails} mails, ${portal.lines.length} lines of the log, ${figuresOfOthers(seen, calm)}`;
  return { name: '32 sockets from a refused address', faults, figures };
}

async function crowdAtTheDoor(stage: Stage, scale: number): Promise<Phase> {
  // The real price of a password in full.
  const { portal } = await openWatched(stage, { BCRYPT_COST: scale < 1 ? '9' : '12' });
  const { owner } = stage.world.b;
  const known = await stage.visitor(portal, owner);
  let missed = 0;
  const timed = async (index: number) => {
    const begun = performance.now();
    if (!isIn(await known.signIn(owner.email, password, from(`198.51.100.${index}`)))) missed += 1;
    return performance.now() - begun;
  };
  const calmMs = Math.max(await timed(0), await timed(0));
  const people = await signedIn(stage, portal);
  const calm = await others(portal, people, () => pause(1_000));
  const times: number[] = [];
  const stop = await startFlood(portal, { sockets: 64, address: null, email: null });
  const seen = await others(portal, people, async () => {
    for (let i = 0; i < (scale < 1 ? 5 : 20); i++) times.push(await timed(i));
  });
  const counts = await stop();
  const longest = Math.max(...times);
  const faults = faultsOfOthers(seen, scale);
  if (missed > 0) faults.push(`${missed} of ${times.length} sign-ins on the known device failed`);
  if (longest > boundsOf(scale).knownMs) faults.push(`a known device waited ${longest.toFixed(0)} ms`);
  if ((counts[6003] ?? 0) === 0) faults.push('the line of strangers was never full');
  const figures = `known device in ${times.length - missed} of ${times.length} times, ${longest.toFixed(0)} ms at most (${calmMs.toFixed(0)} ms before), ${figuresOfOthers(seen, calm)} (${told(counts)})`;
  return { name: '64 sockets on sign-in', faults, figures };
}

/** The most that fell into any stretch of a window's length. */
function mostInWindow(times: readonly number[], windowMs: number): number {
  return Math.max(0, ...times.map((end) => times.filter((at) => at > end - windowMs && at <= end).length));
}

async function oneAccount(stage: Stage, scale: number): Promise<Phase> {
  const seconds = scale < 1 ? 2 : 15;
  const { portal, compared } = await openWatched(stage, { SIGN_IN_WINDOW_SECONDS: String(seconds) });
  const { owner } = stage.world.c;
  const known = await stage.visitor(portal, owner);
  const begun = performance.now();
  const stop = await startFlood(portal, { sockets: 16, address: null, email: owner.email });
  await pause(seconds * 2_500);
  const faults: string[] = [];
  if (!isIn(await known.signIn(owner.email, password, from('198.51.100.1'))))
    faults.push('the known device was kept out');
  const mailed = (await portal.mails()).filter(({ to, text }) => to === owner.email && text.includes('/device?token='));
  // One at once, and one more with each window that has passed, however long this machine took, the mails too.
  const allowed = 1 + Math.floor((performance.now() - begun) / (seconds * 1000));
  const token = /token=([A-Za-z0-9_-]{43})/.exec(mailed.at(-1)?.text ?? '')?.[1] ?? '';
  const phone = new Browser(portal.url);
  await phone.call('identity.passDevice', { token }, from('198.51.100.2'));
  if (!isIn(await phone.signIn(owner.email, password, from('198.51.100.2')))) faults.push('the link did not let in');
  const counts = await stop();
  const most = mostInWindow(compared, seconds * 1000);
  if (most > boundsOf(scale).comparisons) faults.push(`${most} passwords compared in a window`);
  // Each window lets some in, or this would show nothing.
  if (compared.length <= most) faults.push(`${compared.length} passwords compared in all`);
  if (mailed.length > allowed) faults.push(`${mailed.length} links where ${allowed} were due`);
  if ((counts[4005] ?? 0) < 200) faults.push('fewer than 200 addresses came');
  const figures = `at most ${most} of strangers' passwords compared in a window of ${seconds} s, ${mailed.length} links mailed, owner in on the known device and by the link (${told(counts)}, each from a network of its own)`;
  return { name: 'one account from many networks', faults, figures };
}

export async function run({ scale }: SoakOptions): Promise<{ passed: boolean; line: string }> {
  const stage = await openStage();
  try {
    const phases: Phase[] = [];
    for (const phase of [refusedAddress, crowdAtTheDoor, oneAccount]) {
      phases.push(await phase(stage, scale));
      await stage.closePortals();
    }
    const faults = phases.flatMap(({ name, faults: found }) => found.map((fault) => `; FAULT ${name}: ${fault}`));
    const line = phases.map(({ name, figures }) => `${name}: ${figures}`).join('; ');
    return { passed: faults.length === 0, line: `${line}${faults.join('')}` };
  } finally {
    await stage.close();
  }
}
