import { type Answer, Browser } from '../sign-in/testing/browser.ts';
import { openStage, password, type Stage } from '../sign-in/testing/stage.ts';
import type { TestPortal } from '../sign-in/testing/test-portal.ts';

interface SoakOptions {
  scale: number;
  seed: number;
}

const limits = { tries: 5, perAddress: 30, waitSeconds: 1, waiting: 10, calls: 100 };
const cost = '4';

interface Counted {
  portal: TestPortal;
  /** Passwords that were really compared: what a guesser gets for the tries. */
  compared: () => number;
}

async function openCounted(stage: Stage): Promise<Counted> {
  let compared = 0;
  const portal = await stage.portal({
    env: {
      BCRYPT_COST: cost,
      SIGN_IN_TRIES: String(limits.tries),
      SIGN_IN_TRIES_ADDRESS: String(limits.perAddress),
      SIGN_IN_WAIT_MAX_SECONDS: String(limits.waitSeconds),
      CALLS_PER_MINUTE: String(limits.calls),
      // The soak is its own proxy: it says which address a try comes from.
      TRUSTED_PROXIES: '127.0.0.1,::1',
    },
    change: ({ services, signIn }) => {
      const { hash, matches } = services.passwords;
      const counting = {
        hash,
        matches: (given: string, stored: string | null) => {
          compared += 1;
          return matches(given, stored);
        },
      };
      services.passwords = counting;
      signIn.passwords = counting;
    },
  });
  return { portal, compared: () => compared };
}

const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
const addressOf = (index: number) => `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`;
const isIn = (answer: Answer) => answer.headers.get('location') === '/';
const isSlowed = (answer: Answer) =>
  answer.status === 429 || (answer.headers.get('location') ?? '').includes('error=4005');

async function inParallel(count: number, width: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const hand = async () => {
    while (next < count) {
      const index = next;
      next += 1;
      await work(index);
    }
  };
  await Promise.all(Array.from({ length: width }, hand));
}

/** A guesser posts as a form, as JSON, and at next-auth's closed route in turn. */
function guesser(portal: TestPortal, csrf: Browser, csrfToken: string) {
  return (index: number, email: string, address: string): Promise<Answer> => {
    const body = { csrfToken, email, password: `Guess${index}horse` };
    const kind = index % 10;
    const path = kind === 9 ? '/api/auth/signin/credentials' : '/api/auth/callback/credentials';
    const sent = kind % 2 === 0 ? new URLSearchParams(body) : body;
    return csrf.copy().ask(path, { method: 'POST', body: sent, origin: portal.url, ...from(address) });
  };
}

interface Phase {
  name: string;
  faults: string[];
  figures: string;
}

async function oneAddress(stage: Stage, count: number): Promise<Phase> {
  const { portal, compared } = await openCounted(stage);
  const browser = new Browser(portal.url);
  const guess = guesser(portal, browser, await browser.csrf());
  const { owner, manager } = stage.world.a;
  const known = await stage.visitor(portal, manager);
  const begun = compared();
  let slowed = 0;
  const wins: string[] = [];
  await inParallel(count, 20, async (index) => {
    const email = index % 2 === 0 ? owner.email : `person${index}@example.test`;
    const answer = await guess(index, email, '203.0.113.7');
    if (isSlowed(answer)) slowed += 1;
    if (isIn(answer)) wins.push(email);
  });
  const tried = compared() - begun;
  // The shop behind the same address: who signed in there before goes on.
  const neighbour = isIn(await known.signIn(manager.email, password, from('203.0.113.7')));
  const faults: string[] = wins.map((email) => `signed in as ${email}`);
  if (tried > limits.perAddress) faults.push(`${tried} passwords compared for one address`);
  if (tried === 0 || slowed === 0) faults.push('the limit was never met');
  if (!neighbour) faults.push('a known device behind the same address was kept out');
  return { name: 'one address', faults, figures: `${count} tries, ${tried} compared` };
}

async function manyAddresses(stage: Stage, count: number): Promise<Phase> {
  const { portal, compared } = await openCounted(stage);
  const browser = new Browser(portal.url);
  const guess = guesser(portal, browser, await browser.csrf());
  const { owner } = stage.world.b;
  const known = await stage.visitor(portal, owner);
  const begun = compared();
  const started = performance.now();
  const faults: string[] = [];
  let isOver = false;
  const flood = inParallel(count, 40, async (index) => {
    if (isIn(await guess(index, owner.email, addressOf(index)))) faults.push('a guess got in');
  }).then(() => {
    isOver = true;
  });
  const answers = { known: 0, knownTried: 0, fresh: 0, freshTried: 0, link: false };
  await new Promise((resolve) => setTimeout(resolve, 300));
  do {
    answers.knownTried += 1;
    if (isIn(await known.signIn(owner.email, password, from('198.51.100.1')))) answers.known += 1;
    const fresh = new Browser(portal.url);
    answers.freshTried += 1;
    const address = `198.51.100.${10 + answers.freshTried}`;
    if (isIn(await fresh.signIn(owner.email, password, from(address)))) answers.fresh += 1;
    await portal.app.signIn.idle();
    const mail = portal.mails.find(({ to, text }) => to === owner.email && text.includes('/device?token='));
    const token = /token=([A-Za-z0-9_-]{43})/.exec(mail?.text ?? '')?.[1];
    if (token && !answers.link) {
      const phone = new Browser(portal.url);
      await phone.call('identity.passDevice', { token }, from(address));
      answers.link = isIn(await phone.signIn(owner.email, password, from(address)));
      if (!answers.link) faults.push('the mailed link did not let the new device in');
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  } while (!isOver && answers.knownTried < 30);
  await flood;
  const seconds = (performance.now() - started) / 1000;
  const own = answers.knownTried + answers.freshTried + 1;
  const tried = compared() - begun - own;
  const most = limits.tries + limits.waiting * (Math.ceil(seconds / limits.waitSeconds) + 1);
  const calm = isIn(await new Browser(portal.url).signIn(owner.email, password, from('198.51.100.250')));
  if (tried > most) faults.push(`${tried} passwords compared in ${seconds.toFixed(0)} s, at most ${most} expected`);
  if (answers.known < answers.knownTried) faults.push(`known device: ${answers.known} of ${answers.knownTried}`);
  if (!answers.link) faults.push('no link was mailed');
  if (!calm) faults.push('the owner did not get in on a new device');
  const figures = [
    `${count} tries from ${count} addresses, ${Math.max(0, tried)} compared in ${seconds.toFixed(0)} s`,
    `owner on the known device ${answers.known} of ${answers.knownTried}`,
    `on a new one ${answers.fresh} of ${answers.freshTried} during the flood, by the mailed link and after it always`,
  ].join(', ');
  return { name: 'many addresses', faults, figures };
}

/** A stolen session guesses the password in batches, and calls as much as it can. */
async function batches(stage: Stage): Promise<Phase> {
  const { portal, compared } = await openCounted(stage);
  const thief = await stage.visitor(portal, stage.world.a.staff);
  const begun = compared();
  const faults: string[] = [];
  const batch = (procedure: string, size: number, input: Record<string, unknown>) =>
    thief.ask(`/api/trpc/${Array.from({ length: size }, () => procedure).join(',')}?batch=1`, {
      method: 'POST',
      body: Object.fromEntries(Array.from({ length: size }, (_, index) => [String(index), input])),
    });
  const tooMany = await batch('identity.me', 11, {});
  if (tooMany.status !== 413) faults.push(`a batch of 11 was answered ${tooMany.status}`);
  for (let round = 0; round < 10; round++) {
    await batch('identity.changePassword', 10, { current: `Guess${round}horse1`, next: 'Stolen7horse12' });
  }
  const tried = compared() - begun;
  const caller = await stage.visitor(portal, stage.world.a.owner);
  thief.jar = caller.jar;
  let answered = 0;
  for (let round = 0; round < 30; round++) {
    if ((await batch('identity.me', 10, {})).status === 200) answered += 10;
  }
  if (answered > limits.calls || answered < limits.calls / 2) faults.push(`${answered} calls in a minute`);
  if (tried > limits.tries) faults.push(`${tried} passwords compared through batches`);
  return {
    name: 'batches',
    faults,
    figures: `100 guesses in batches, ${tried} compared; 300 calls in batches, ${answered} answered`,
  };
}

/** The owner's own device, mistyped too often, rests; the owner's other device does not. */
async function ownMistakes(stage: Stage): Promise<Phase> {
  const { portal } = await openCounted(stage);
  const { owner } = stage.world.c;
  const [phone, laptop] = [await stage.visitor(portal, owner), await stage.visitor(portal, owner)];
  const faults: string[] = [];
  let wrong = 0;
  for (let i = 0; i < 12; i++) {
    const answer = await phone.signIn(owner.email, `Mistyped${i}horse`);
    if (!isSlowed(answer)) wrong += 1;
  }
  if (wrong !== limits.tries) faults.push(`${wrong} tries on a known device, ${limits.tries} expected`);
  if (!isIn(await laptop.signIn(owner.email, password))) faults.push('the other device was kept out');
  return { name: 'own mistakes', faults, figures: `${wrong} of 12 tries looked at on one known device` };
}

export async function run({ scale }: SoakOptions): Promise<{ passed: boolean; line: string }> {
  const count = Math.max(200, Math.round(2_000 * scale));
  const stage = await openStage();
  try {
    const phases: Phase[] = [];
    for (const phase of [oneAddress, manyAddresses, batches, ownMistakes]) {
      phases.push(await phase(stage, count));
      await stage.closePortals();
    }
    const faults = phases.flatMap(({ name, faults: found }) => found.map((fault) => `${name}: ${fault}`));
    const figures = phases.map(({ figures: text }) => text).join('; ');
    return {
      passed: faults.length === 0,
      line: `${figures}; bcrypt cost ${cost} and waits of ${limits.waitSeconds} s for the soak${faults.map((fault) => `; FAULT ${fault}`).join('')}`,
    };
  } finally {
    await stage.close();
  }
}
