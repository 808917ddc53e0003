import assert from 'node:assert/strict';
import { Browser, errorNumber } from './browser.ts';
import { password, type Scenario, type Stage, sessionCookie } from './stage.ts';

const tokenIn = (text: string | undefined) => /token=([A-Za-z0-9_-]{43})/.exec(text ?? '')?.[1] ?? '';

async function refused(browser: Browser, number: number, what: string): Promise<void> {
  const answer = await browser.call('libraries.list', { limit: 5 });
  assert.equal(errorNumber(answer), number, `${what}: ${answer.text.slice(0, 200)}`);
}

/** What must bite on the next request, by the number it is refused with. */
export const endings: Array<{
  name: string;
  number: number;
  end: (stage: Stage, browser: Browser) => Promise<unknown>;
}> = [
  { name: 'sign-out', number: 1001, end: (_, browser) => browser.copy().signOut() },
  {
    name: 'disable',
    number: 1006,
    end: ({ database, world }) => database.sql`update users set active = false where id = ${world.a.manager.userId}`,
  },
  {
    name: 'password change elsewhere',
    number: 1001,
    end: async (stage, browser) => {
      const other = await stage.visitor(await stage.portal(), stage.world.a.manager);
      const answer = await other.call('identity.changePassword', { current: password, next: 'Other7horse12' });
      assert.equal(answer.status, 200, answer.text);
      assert.notEqual(sessionCookie(other), sessionCookie(browser));
      assert.equal((await other.call('identity.me')).status, 200);
    },
  },
  {
    name: 'role taken away',
    number: 1004,
    end: ({ database, world }) =>
      database.sql`update memberships set removed = array['libraries:read'] where id = ${world.a.manager.membershipId}`,
  },
  {
    name: 'suspension',
    number: 4004,
    end: ({ database, world }) => database.sql`update tenants set status = 'suspended', suspended_at = now(),
      suspended_reason = 'unpaid since May' where id = ${world.a.id}`,
  },
  {
    name: 'removal',
    number: 1001,
    end: ({ database, world }) =>
      database.sql`update memberships set removed_at = now() where id = ${world.a.manager.membershipId}`,
  },
];

export const endingScenarios: Scenario[] = [
  ...endings.map(({ name, number, end }) => ({
    name: `after ${name} the old cookie is refused on the next request`,
    run: async (stage: Stage) => {
      const browser = await stage.visitor(await stage.portal(), stage.world.a.manager);
      assert.equal((await browser.call('libraries.list', { limit: 5 })).status, 200);
      await end(stage, browser);
      await refused(browser, number, name);
      await refused(browser, number, `${name}, again`);
    },
  })),
  {
    name: 'signing in ends the session that the request came with',
    run: async (stage) => {
      const browser = await stage.visitor(await stage.portal(), stage.world.a.owner);
      const before = browser.copy();
      await browser.signIn(stage.world.b.owner.email, password);
      await refused(before, 1001, 'the former session');
      assert.equal((await browser.call('identity.me')).json.error, undefined);
    },
  },
  {
    name: 'signing out with a cookie that someone else has outrun ends their session too',
    run: async (stage) => {
      const mine = await stage.visitor(await stage.portal(), stage.world.a.owner);
      for (const leave of [
        (browser: Browser) => browser.signOut(),
        (browser: Browser) => browser.signIn(stage.world.b.owner.email, password),
      ]) {
        const theirs = mine.copy();
        for (let turn = 0; turn < 2; turn++) {
          await stage.age(theirs, 890);
          assert.equal((await theirs.refresh()).status, 200);
        }
        assert.equal((await theirs.call('identity.me')).status, 200);
        await leave(mine);
        await refused(theirs, 1001, 'the thief');
        mine.jar.clear();
        await mine.signIn(stage.world.a.owner.email, password);
      }
    },
  },
  {
    name: 'a sign-out that cannot end the row says so and keeps the cookie',
    run: async (stage) => {
      const portal = await stage.portal();
      const browser = await stage.visitor(portal, stage.world.a.owner);
      const { identity } = portal.app.signIn;
      portal.app.signIn.identity = { ...identity, endSession: () => Promise.reject(new Error('away')) };
      assert.equal((await browser.signOut()).status, 503);
      assert.notEqual(sessionCookie(browser), '');
      portal.app.signIn.identity = identity;
      assert.equal((await browser.signOut()).headers.get('location'), '/signin?notice=signedout');
      assert.equal(sessionCookie(browser), '');
    },
  },
  {
    name: 'a forgotten password is mailed to the account alone, once, and ends every session',
    run: async (stage) => {
      const portal = await stage.portal();
      const { owner } = stage.world.a;
      const inside = await stage.visitor(portal, owner);
      const outside = new Browser(portal.url);
      const known = await outside.call('identity.forgotPassword', { email: owner.email });
      const unknown = await outside.call('identity.forgotPassword', { email: 'nobody@example.test' });
      assert.deepEqual([known.status, known.text], [unknown.status, unknown.text]);
      const [mail, ...others] = await portal.mails();
      assert.equal(others.length, 0);
      assert.equal(mail?.to, owner.email);
      const token = tokenIn(mail?.text);
      const facts = await outside.call('identity.tokenFacts', { token, purpose: 'reset' });
      assert.equal(facts.status, 200, facts.text);
      const weak = await outside.call('identity.resetPassword', { token, password: 'Password123' });
      assert.match(weak.text, /easy to guess/);
      const reset = await outside.call('identity.resetPassword', { token, password: 'Newer7horse12' });
      assert.equal(reset.status, 200, reset.text);
      assert.equal(errorNumber(await inside.call('identity.me')), 1001);
      const again = await outside.call('identity.resetPassword', { token, password: 'Third7horse12' });
      assert.equal(errorNumber(again), 1002);
      assert.equal((await outside.signIn(owner.email, 'Newer7horse12')).headers.get('location'), '/');
      const [row] = await stage.database.sql`
        select count(*)::int as found from domain_events where before::text || after::text like ${`%${token}%`}`;
      assert.equal(row?.found, 0);
    },
  },
  {
    name: 'who mistyped too often on a known device signs in after a reset',
    run: async (stage) => {
      const portal = await stage.portal();
      const { owner } = stage.world.a;
      const browser = await stage.visitor(portal, owner);
      await browser.signOut();
      for (let slip = 0; slip < 5; slip++) await browser.signIn(owner.email, 'Wrong7horse');
      assert.match((await browser.signIn(owner.email, password)).headers.get('location') ?? '', /error=4005/);
      await browser.call('identity.forgotPassword', { email: owner.email });
      const token = tokenIn((await portal.mails()).at(-1)?.text);
      await browser.call('identity.resetPassword', { token, password: 'Newer7horse12' });
      assert.equal((await browser.signIn(owner.email, 'Newer7horse12')).headers.get('location'), '/');
    },
  },
  {
    name: 'a new address counts once its own mailbox confirmed it, and the former one is told',
    run: async (stage) => {
      const portal = await stage.portal();
      const browser = await stage.visitor(portal, stage.world.a.owner);
      const ask = (email: string, given: string) =>
        browser.call('identity.requestEmailChange', { email, password: given });
      assert.equal(errorNumber(await ask('new@example.test', 'Wrong7horse')), 1005);
      const taken = await ask(stage.world.b.owner.email, password);
      const free = await ask('new@example.test', password);
      assert.equal(taken.text, free.text);
      const asked = await portal.mails();
      assert.deepEqual(
        asked.map(({ to }) => to),
        ['new@example.test'],
      );
      const token = tokenIn(asked[0]?.text);
      const confirmed = await browser.call('identity.confirmEmailChange', { token });
      assert.equal(confirmed.status, 200, confirmed.text);
      assert.equal((await portal.mails())[1]?.to, stage.world.a.owner.email);
      assert.equal((await new Browser(portal.url).signIn('new@example.test', password)).headers.get('location'), '/');
    },
  },
  {
    name: "one's sessions are listed and ended, and other people's are not found",
    run: async (stage) => {
      const portal = await stage.portal();
      const [phone, laptop] = [
        await stage.visitor(portal, stage.world.a.owner),
        await stage.visitor(portal, stage.world.a.owner),
      ];
      const other = await stage.visitor(portal, stage.world.b.owner);
      const idOf = (browser: Browser) => sessionCookie(browser).split('~')[2] ?? '';
      const listed = await laptop.call('identity.sessions');
      assert.ok(listed.text.includes(idOf(phone)) && !listed.text.includes(idOf(other)));
      assert.equal(errorNumber(await laptop.call('identity.endSession', { id: idOf(other) })), 3001);
      assert.equal((await laptop.call('identity.endSession', { id: idOf(phone) })).status, 200);
      await refused(phone, 1001, 'ended from the laptop');
      assert.equal((await laptop.call('identity.endOtherSessions')).status, 200);
      assert.equal((await laptop.call('identity.me')).status, 200);
      assert.equal((await other.call('identity.me')).status, 200);
    },
  },
  {
    name: 'who has no place in a portal does not get in',
    run: async (stage) => {
      const portal = await stage.portal();
      const answer = await new Browser(portal.url).signIn(stage.world.platform.admin.email, password);
      assert.equal(answer.headers.get('location'), '/signin?error=1004');
      const disabled = await new Browser(portal.url).signIn(stage.world.disabled.email, password);
      assert.equal(disabled.headers.get('location'), '/signin?error=1006');
      const wrong = await new Browser(portal.url).signIn(stage.world.disabled.email, 'Wrong7horse');
      assert.equal(wrong.headers.get('location'), '/signin?error=1005');
    },
  },
];
