import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { hashSecret } from '../derive.ts';
import { type Browser, errorNumber } from './browser.ts';
import { type Scenario, type Stage, sessionCookie } from './stage.ts';
import type { TestPortal } from './test-portal.ts';

const works = async (browser: Browser, what: string) => {
  const answer = await browser.call('identity.me');
  assert.equal(answer.status, 200, `${what}: ${errorNumber(answer)}`);
};

const look = (browser: Browser) => browser.call('libraries.list', { limit: 5 });

/** One tab whose page turns the session, and asks again 90 s later: neither answer arrives. */
export async function loseTwice(stage: Stage, browser: Browser): Promise<void> {
  await stage.age(browser, 850);
  await browser.ask('/', { lost: true });
  await stage.age(browser, 90);
  await browser.ask('/', { lost: true });
  await stage.age(browser, 40);
  await browser.ask('/');
}

async function fourTabs(stage: Stage, browser: Browser): Promise<(() => Promise<void>)[]> {
  await stage.age(browser, 850);
  await browser.ask('/', { lost: true });
  await stage.age(browser, 90);
  const tabs = Array.from({ length: 4 }, () => browser.copy());
  return tabs.map((tab) => async () => {
    await tab.ask('/');
    browser.keep([...tab.jar].map(([name, value]) => `${name}=${value}`));
    await look(browser);
  });
}

/** An answer is lost; 90 s later four tabs open 10 ms apart with the cookie that the browser still has. */
export async function loseBeforeTabs(stage: Stage, browser: Browser): Promise<void> {
  const tabs = await fourTabs(stage, browser);
  await Promise.all(tabs.map((open, index) => pause(index * 10).then(open)));
}

/** As above, on a bad line: each tab is at work before the request of the next one arrives. */
async function loseBeforeSlowTabs(stage: Stage, browser: Browser): Promise<void> {
  for (const open of await fourTabs(stage, browser)) await open();
}

export const rotationScenarios: Scenario[] = [
  {
    name: 'a page that sets a cookie of its own does not lose ours',
    run: async (stage) => {
      const portal = await stage.portal();
      const browser = await stage.visitor(portal, stage.world.a.owner);
      await stage.age(browser, 850);
      const { setCookies } = await browser.ask('/');
      assert.ok(setCookies.some((cookie) => cookie.startsWith('page=1')));
      assert.ok(setCookies.some((cookie) => cookie.startsWith(portal.app.signIn.names.session)));
    },
  },
  {
    name: 'the page sees the cookie that it is answered with',
    run: async (stage) => {
      const browser = await stage.visitor(await stage.portal(), stage.world.a.owner);
      await stage.age(browser, 850);
      const { json } = await browser.ask('/');
      assert.ok(String(json.cookie).includes(sessionCookie(browser)));
      assert.equal(json.number, 0);
    },
  },
  {
    name: 'parallel refreshes all get one successor, and it works',
    run: async (stage) => {
      const browser = await stage.visitor(await stage.portal(), stage.world.a.owner);
      for (let round = 0; round < 3; round++) {
        await stage.age(browser, 500);
        const tabs = Array.from({ length: 6 }, () => browser.copy());
        await Promise.all(tabs.map((tab) => tab.refresh()));
        assert.equal(new Set(tabs.map(sessionCookie)).size, 1);
        assert.notEqual(sessionCookie(tabs[0] ?? browser), sessionCookie(browser));
        browser.jar = (tabs[3] ?? browser).jar;
        await works(browser, 'after a parallel refresh');
      }
    },
  },
  {
    name: 'of parallel rotations exactly one rotates',
    run: async (stage) => {
      // Two processes: one alone may well let a session's calls wait for each other.
      const [portal, other] = [await stage.portal(), await stage.portal()];
      const browser = await stage.visitor(portal, stage.world.a.owner);
      const reading = portal.app.signIn.read(browser.cookie);
      assert.ok(reading.kind === 'one');
      const at = portal.app.signIn.at(reading.cookie);
      await stage.age(browser, 500);
      const turn = ({ app }: TestPortal) =>
        app.database.identity.rotate({
          at,
          fromGeneration: 0,
          nextHash: hashSecret(Buffer.from('next')),
          accessSeconds: 900,
          graceSeconds: 30,
          confirmSeconds: 60,
          minimumAgeSeconds: 450,
        });
      // Both have begun before either may write.
      const turned = await stage.database.sql.begin(async (tx) => {
        await tx`select 1 from sessions where id = ${at.session} for update`;
        const turns = Promise.all([turn(portal), turn(other)]);
        await pause(150);
        return { turns };
      });
      const outcomes = (await turned.turns).map((answer) => answer?.outcome).sort();
      assert.deepEqual(outcomes, ['kept', 'rotated']);
    },
  },
  {
    name: 'a lost answer signs nobody out, however late the old cookie comes back',
    run: async (stage) => {
      const browser = await stage.visitor(await stage.portal(), stage.world.a.owner);
      for (const later of [1, 35, 200, 800]) {
        await stage.age(browser, 500);
        await browser.refresh({ lost: true });
        await stage.age(browser, later);
        assert.equal((await browser.refresh()).status, 200);
        await works(browser, `answer lost, back after ${later} s`);
      }
    },
  },
  {
    name: 'two answers lost in a row sign nobody out, whatever the pages drew meanwhile',
    run: async (stage) => {
      const browser = await stage.visitor(await stage.portal(), stage.world.a.owner);
      await loseTwice(stage, browser);
      await works(browser, 'two answers lost');
    },
  },
  {
    name: 'four tabs after a lost answer sign nobody out, though the first is at work before the last has arrived',
    run: async (stage) => {
      const browser = await stage.visitor(await stage.portal(), stage.world.a.owner);
      await loseBeforeSlowTabs(stage, browser);
      await works(browser, 'four tabs after a lost answer');
    },
  },
  {
    name: 'who holds the secret of a lost answer is a thief once the grace of the last answer is over',
    run: async (stage) => {
      const browser = await stage.visitor(await stage.portal(), stage.world.a.owner);
      const thief = browser.copy();
      await loseBeforeSlowTabs(stage, browser);
      assert.notEqual((await stage.row(browser)).confirmed_at, null);
      await stage.age(browser, 20);
      await thief.ask('/', { lost: true });
      await stage.age(browser, 11);
      assert.equal(errorNumber(await thief.call('libraries.list', { limit: 5 })), 1001);
      assert.match((await browser.ask('/')).headers.get('location') ?? '', /reason=reuse/);
    },
  },
  {
    name: 'a browser killed 2 s after a rotation and started 35 s later goes on',
    run: async (stage) => {
      const portal = await stage.portal();
      const browser = await stage.visitor(portal, stage.world.a.owner);
      await stage.age(browser, 500);
      const written = browser.copy();
      await browser.refresh();
      await stage.age(browser, 2);
      await browser.ask('/');
      await browser.call('libraries.list', { limit: 5 });
      await stage.age(browser, 33);
      assert.equal((await written.ask('/')).json.number, 0);
      await works(written, 'after the restart');
    },
  },
  {
    name: 'a stolen cookie that was rotated away and confirmed ends the session, and the page says why',
    run: async (stage) => {
      const browser = await stage.visitor(await stage.portal(), stage.world.a.owner);
      await stage.age(browser, 500);
      const thief = browser.copy();
      await browser.refresh();
      await stage.age(browser, 61);
      await browser.ask('/');
      await stage.age(browser, 31);
      const stolen = await thief.call('libraries.list', { limit: 5 });
      assert.equal(errorNumber(stolen), 1001);
      assert.equal(errorNumber(await browser.call('identity.me')), 1001);
      const told = await browser.ask('/');
      assert.match(told.headers.get('location') ?? '', /reason=reuse/);
    },
  },
  {
    name: 'a refresh within half the access time gives the same cookie',
    run: async (stage) => {
      const browser = await stage.visitor(await stage.portal(), stage.world.a.owner);
      const before = sessionCookie(browser);
      assert.equal((await browser.refresh()).status, 200);
      assert.equal(sessionCookie(browser), before);
    },
  },
  {
    name: 'access that ends while the page is drawn was renewed before',
    run: async (stage) => {
      const portal = await stage.portal();
      const browser = await stage.visitor(portal, stage.world.a.owner);
      await stage.age(browser, 860);
      portal.beforePage.run = () => stage.age(browser, 45);
      assert.equal((await browser.ask('/')).json.number, 0);
    },
  },
  {
    name: 'rotation never pushes the end of the session',
    run: async (stage) => {
      const browser = await stage.visitor(await stage.portal(), stage.world.a.owner);
      await stage.age(browser, 500);
      const row = await stage.row(browser);
      await stage.database.sql`update sessions set ends_at = now() + interval '1 day' where id = ${String(row.id)}`;
      const { setCookies } = await browser.refresh();
      const expires = /Expires=([^;]+)/.exec(setCookies.join())?.[1] ?? '';
      assert.ok(Date.parse(expires) <= Date.now() + 86_400_000 + 2_000, expires);
    },
  },
  {
    name: 'HEAD and OPTIONS turn nothing',
    run: async (stage) => {
      const browser = await stage.visitor(await stage.portal(), stage.world.a.owner);
      await stage.age(browser, 880);
      const before = (await stage.row(browser)).generation;
      await browser.ask('/', { method: 'HEAD' });
      assert.equal((await browser.ask('/', { method: 'OPTIONS' })).status, 204);
      assert.equal((await stage.row(browser)).generation, before);
    },
  },
  {
    name: 'a late answer after a switch of tenant is noticed and put right',
    run: async (stage) => {
      const { twice, a, b } = stage.world;
      const browser = await stage.visitor(await stage.portal(), twice.person);
      await browser.call('identity.chooseTenant', { tenantId: a.id });
      const late = new Map(browser.jar);
      assert.equal((await browser.call('identity.chooseTenant', { tenantId: b.id })).json.error, undefined);
      browser.jar = late;
      const refused = await browser.call('libraries.list', { limit: 5 });
      assert.match(refused.text, /tenant_switched/);
      const page = await browser.ask('/');
      assert.equal(page.json.tenant, b.id);
      assert.equal((await browser.call('libraries.list', { limit: 5 })).status, 200);
    },
  },
];
