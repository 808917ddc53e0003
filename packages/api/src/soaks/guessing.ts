import { type Answer, Browser } from '../sign-in/testing/browser.ts';
import { openStage, password, type Stage } from '../sign-in/testing/stage.ts';
import type { TestPortal } from '../sign-in/testing/test-portal.ts';

interface SoakOptions {
  scale: number;
  seed: number;
}

const limits = { tries: 5, ofStrangers: 5, perAddress: 30, calls: 100 };
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
      SIGN_IN_TRIES_STRANGERS: String(limits.ofStrangers),
      CHANGES_PER_MINUTE: String(limits.calls),
      READS_PER_MINUTE: String(limits.calls),
      // The soak is its own proxy: it says which address a try comes from.
      TRUSTED_PROXIES: '127.0.0.1,::1',
    },
    change: ({ services, signIn }) => {
      const { matches } = services.passwords;
      const counting = {
        ...services.passwords,
        matches: (...[given, find, asker]: Parameters<typeof matches>) => {
          const counted = () => {
            compared += 1;
            return find();
          };
          return matches(given, counted, asker);
        },
      };
      services.passwords = counting;
      signIn.passwords = counting;
    },
  });
  return { portal, compared: () => compared };
}

const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
// Each of another network, every other one of IPv6.
const addressOf = (index: number) =>
  index % 2 === 0 ? `10.${(index >> 8) & 255}.${index & 255}.7` : `2001:db8:${index.toString(16)}::7`;
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
  const guessNext = async (index: number) => {
    const email = index % 2 === 0 ? owner.email : `person${index}@example.test`;
    const answer = await guess(index, email, '203.0.113.7');
    if (isSlowed(answer)) slowed += 1;
    if (isIn(answer)) wins.push(email);
  };
  await inParallel(count, 20, guessNext);
  // Side by side they take each other's place in the line, and a try that found none is not counted. On a busy machine
  // all 200 did; one after another each is looked at, until the address has had its tries.
  for (let index = count; slowed === 0 && index <= count + limits.perAddress; index++) await guessNext(index);
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
  const faults: string[] = [];
  await inParallel(count, 40, async (index) => {
    if (isIn(await guess(index, owner.email, addressOf(index)))) faults.push('a guess got in');
  });
  const tried = compared() - begun;
  if (tried > limits.ofStrangers) faults.push(`${tried} passwords compared, at most ${limits.ofStrangers} expected`);
  if (tried === 0) faults.push('nothing was compared');
  if (!isIn(await known.signIn(owner.email, password, from('198.51.100.1')))) faults.push('known device kept out');
  const phone = new Browser(portal.url);
  const kept = await phone.signIn(owner.email, password, from('198.51.100.2'));
  if (!(kept.headers.get('location') ?? '').includes('reason=account')) faults.push('the owner was not told why');
  await portal.app.signIn.idle();
  const links = (await portal.mails()).filter(({ to, text }) => to === owner.email && text.includes('/device?token='));
  const token = /token=([A-Za-z0-9_-]{43})/.exec(links[0]?.text ?? '')?.[1] ?? '';
  if (links.length !== 1) faults.push(`${links.length} links mailed`);
  await phone.call('identity.passDevice', { token }, from('198.51.100.2'));
  if (!isIn(await phone.signIn(owner.email, password, from('198.51.100.2')))) faults.push('the link did not let in');
  const figures = `${count} tries from ${count} addresses, ${tried} compared, ${links.length} link mailed, owner in on a known device and by the link`;
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
      line: `${figures}; bcrypt cost ${cost} for the soak${faults.map((fault) => `; FAULT ${fault}`).join('')}`,
    };
  } finally {
    await stage.close();
  }
}
