import assert from 'node:assert/strict';
import { type Answer, Browser, errorNumber } from './browser.ts';
import { password, type Scenario, type Stage } from './stage.ts';
import type { TestPortal } from './test-portal.ts';

// The test is its own proxy: it says which address a try comes from.
const behindProxy = { TRUSTED_PROXIES: '127.0.0.1,::1' };
const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
const isIn = (answer: Answer) => answer.headers.get('location') === '/';
const where = (answer: Answer) => answer.headers.get('location') ?? '';
const links = async (portal: TestPortal) =>
  (await portal.mails()).filter(({ text }) => text.includes('/device?token='));

interface Asked {
  logins: number;
  trails: number;
}

/** Counts what sign-in asks Postgres. */
async function countingPortal(
  stage: Stage,
  env: Record<string, string>,
): Promise<{ portal: TestPortal; asked: Asked }> {
  const asked: Asked = { logins: 0, trails: 0 };
  const portal = await stage.portal({
    env: { ...behindProxy, LOG_LEVEL: 'info', ...env },
    change: ({ signIn }) => {
      const { identity } = signIn;
      signIn.identity = {
        ...identity,
        findLogin: (email) => {
          asked.logins += 1;
          return identity.findLogin(email);
        },
        signInFailed: (input) => {
          asked.trails += 1;
          return identity.signInFailed(input);
        },
      };
    },
  });
  return { portal, asked };
}

export const floodScenarios: Scenario[] = [
  {
    name: 'a refused address costs no query, no mail and no line of the log',
    run: async (stage) => {
      const { portal, asked } = await countingPortal(stage, { SIGN_IN_TRIES_ADDRESS: '3' });
      const browser = new Browser(portal.url);
      const csrfToken = await browser.csrf();
      const guess = (index: number) => {
        // Also names that have an account, and one of them again and again.
        const { owner, manager } = stage.world.a;
        const email = [`person${index}@example.test`, owner.email, manager.email][index % 3] ?? '';
        const body = { csrfToken, email, password: `Guess${index}horse` };
        const sent = index % 2 === 0 ? body : new URLSearchParams(body);
        const path = '/api/auth/callback/credentials';
        return browser.copy().ask(path, { method: 'POST', body: sent, ...from('203.0.113.7') });
      };
      for (let i = 0; i < 3; i++) await guess(i);
      await portal.app.signIn.idle();
      const [before, lines] = [{ ...asked }, portal.lines.length];
      for (let i = 3; i < 60; i++) {
        const answer = await guess(i);
        assert.ok(answer.status === 429 || where(answer).includes('error=4005&'), `${answer.status} ${where(answer)}`);
      }
      await portal.app.signIn.idle();
      assert.deepEqual(before, { logins: 3, trails: 3 });
      assert.deepEqual(asked, before);
      assert.equal((await portal.mails()).length, 0);
      assert.equal(portal.lines.length, lines);
    },
  },
  {
    name: 'one account from many addresses has its few tries, and its owner gets in by a device or the mailed link',
    run: async (stage) => {
      const { portal, asked } = await countingPortal(stage, {});
      const { owner } = stage.world.a;
      const known = await stage.visitor(portal, owner);
      const browser = new Browser(portal.url);
      const before = asked.logins;
      for (let i = 0; i < 40; i++) {
        const address = i % 2 === 0 ? `10.0.${i}.7` : `2001:db8:${i}::7`;
        await browser.copy().signIn(owner.email, `Guess${i}horse`, from(address));
      }
      await portal.app.signIn.idle();
      assert.equal(asked.logins - before, 5);
      assert.deepEqual(
        (await links(portal)).map(({ to }) => to),
        [owner.email],
      );
      assert.ok(isIn(await known.signIn(owner.email, password, from('10.9.9.9'))));
      const phone = new Browser(portal.url);
      const refused = where(await phone.signIn(owner.email, password, from('10.9.9.10')));
      assert.match(refused, /^\/signin\?error=4005&retry=\d+&reason=account$/);
      // The same is said of a name that nobody has.
      for (let i = 0; i < 5; i++)
        await browser.copy().signIn('nobody@example.test', 'Guess7horse', from(`10.1.${i}.7`));
      const nobody = where(await phone.copy().signIn('nobody@example.test', password, from('10.9.9.11')));
      assert.match(nobody, /^\/signin\?error=4005&retry=\d+&reason=account$/);
      await portal.app.signIn.idle();
      assert.equal((await portal.mails()).length, 1);
      const token = /token=([A-Za-z0-9_-]{43})/.exec((await links(portal))[0]?.text ?? '')?.[1] ?? '';
      assert.equal((await phone.call('identity.passDevice', { token }, from('10.9.9.10'))).status, 200);
      assert.ok(isIn(await phone.signIn(owner.email, password, from('10.9.9.10'))));
    },
  },
  {
    name: 'a known device does not wait behind the strangers in line',
    run: async (stage) => {
      const portal = await stage.portal({ env: { ...behindProxy, BCRYPT_COST: '9' } });
      const { owner } = stage.world.b;
      const known = await stage.visitor(portal, owner);
      const browser = new Browser(portal.url);
      const csrfToken = await browser.csrf();
      let waiting = 64;
      const crowd = Array.from({ length: 64 }, async (_, index) => {
        const body = { csrfToken, email: `crowd${index}@example.test`, password: 'Guess7horse' };
        const path = '/api/auth/callback/credentials';
        const answer = await browser.copy().ask(path, { method: 'POST', body, ...from(`10.${index}.0.1`) });
        waiting -= 1;
        return answer.status;
      });
      // Until those who found no place were told so.
      await Promise.race(crowd);
      assert.ok(isIn(await known.signIn(owner.email, password, from('10.0.0.1'))));
      assert.ok(waiting >= 12, `${waiting} strangers were still waiting`);
      const statuses = await Promise.all(crowd);
      assert.ok(statuses.includes(401) && statuses.includes(503), statuses.join());
    },
  },
  {
    name: 'one network has its share of the line, and so has one account',
    run: async (stage) => {
      const { portal, asked } = await countingPortal(stage, { BCRYPT_COST: '9' });
      const browser = new Browser(portal.url);
      const csrfToken = await browser.csrf();
      const body = { csrfToken, email: '', password: 'Guess7horse' };
      const network = Array.from({ length: 30 }, (_, index) =>
        browser.copy().ask('/api/auth/callback/credentials', {
          method: 'POST',
          body: { ...body, email: `name${index}@example.test` },
          ...from(`2001:db8:5:${index}::1`),
        }),
      );
      const refused = (await Promise.all(network)).filter(({ status }) => status === 503);
      assert.ok(refused.length >= 15, `${refused.length} of 30 refused`);
      assert.equal(asked.logins + refused.length, 30);
      // Nobody else's: the password is another one afterwards.
      const person = await stage.visitor(portal, stage.world.c.staff);
      const change = { current: password, next: 'Other7horse12' };
      const changes = await Promise.all(
        Array.from({ length: 5 }, () => person.copy().call('identity.changePassword', change, from('10.8.0.1'))),
      );
      const numbers = changes.map(errorNumber);
      assert.ok(numbers.filter((number) => number === 6003).length >= 2, numbers.join());
    },
  },
  {
    name: 'a mail that may not be sent has no password compared for it',
    run: async (stage) => {
      let compared = 0;
      const portal = await stage.portal({
        env: { MAILS_PER_ADDRESS: '1' },
        change: ({ services }) => {
          const { passwords } = services;
          const matches: typeof passwords.matches = (given, find, asker) => {
            compared += 1;
            return passwords.matches(given, find, asker);
          };
          services.passwords = { ...passwords, matches };
        },
      });
      const person = await stage.visitor(portal, stage.world.c.manager);
      const ask = () => person.call('identity.requestEmailChange', { email: 'new@example.test', password });
      assert.equal((await ask()).status, 200);
      for (let i = 0; i < 5; i++) assert.equal(errorNumber(await ask()), 4005);
      assert.equal(compared, 1);
    },
  },
  {
    name: 'calls that are refused write a few lines and no more',
    run: async (stage) => {
      const portal = await stage.portal({ env: { LOG_LEVEL: 'info', READS_PER_MINUTE: '2', CHANGES_PER_MINUTE: '2' } });
      const browser = new Browser(portal.url);
      const before = portal.lines.length;
      for (let i = 0; i < 40; i++) await browser.call('identity.me');
      for (let i = 0; i < 40; i++) await browser.call('identity.forgotPassword', { email: 'a@b.in' });
      for (let i = 0; i < 40; i++) await browser.ask('/', {});
      for (let i = 0; i < 40; i++) await browser.refresh({ origin: 'https://evil.in' });
      assert.ok(portal.lines.length - before <= 36, `${portal.lines.length - before} lines`);
    },
  },
];
