import assert from 'node:assert/strict';
import { known } from '../password-line.ts';
import { Browser, errorNumber } from './browser.ts';
import { password, rawAsk, rawFlood, type Scenario, sessionCookie } from './stage.ts';

const foreign = (url: string): Array<string | null> => {
  const { port } = new URL(url);
  return [
    null,
    'null',
    `http://localhost:${Number(port) + 1}`,
    `https://localhost:${port}`,
    `${url}.evil.in`,
    `${url}/`,
  ];
};

export const doorScenarios: Scenario[] = [
  {
    name: 'a foreign, missing or null Origin changes nothing and sets no cookie',
    run: async (stage) => {
      const browser = await stage.visitor(await stage.portal(), stage.world.a.owner);
      await stage.age(browser, 880);
      const before = await stage.row(browser);
      const csrfToken = await browser.csrf();
      const email = stage.world.a.owner.email;
      const bodies: Array<[string, Record<string, unknown>]> = [
        ['/api/auth/callback/credentials', { csrfToken, email, password }],
        ['/api/auth/signout', { csrfToken }],
        ['/api/auth/refresh', {}],
        ['/api/trpc/identity.updateProfile', { name: 'Thief', phone: null, locale: 'en' }],
        ['/api/trpc/identity.endOtherSessions', {}],
        ['/', {}],
      ];
      for (const origin of foreign(browser.url)) {
        for (const [path, body] of bodies) {
          const answer = await browser.ask(path, { method: 'POST', body, origin });
          assert.equal(answer.status, 403, `${path} from ${origin}`);
          assert.deepEqual(answer.setCookies, []);
        }
      }
      assert.deepEqual(await stage.row(browser), before);
    },
  },
  {
    name: "next-auth's other routes are closed, by every detour",
    run: async (stage) => {
      const portal = await stage.portal();
      const browser = await stage.visitor(portal, stage.world.a.owner);
      const paths = [
        'session',
        '_log',
        'signin',
        'signin/credentials',
        'providers',
        'error',
        'signout',
        'verify-request',
      ]
        .flatMap((route) => [
          `/api/auth/${route}`,
          `/api/auth/${route}/`,
          `/api/%61uth/${route}`,
          `/api/x/../auth/${route}`,
        ])
        .concat(['/api/auth', '//api/auth/session', '/api%2fauth%2fsession', '/%2561pi/auth/session']);
      for (const path of paths) {
        for (const method of ['GET', 'POST']) {
          if (method === 'POST' && path === '/api/auth/signout') continue;
          const headers = { cookie: browser.cookie, origin: portal.url };
          const answer = await rawAsk(portal.url, { method, path, headers });
          assert.equal(answer.status, 404, `${method} ${path}`);
          assert.deepEqual(answer.setCookies, []);
        }
      }
    },
  },
  {
    name: 'bad bodies are refused, whole, quickly and without 5xx',
    run: async (stage) => {
      const portal = await stage.portal();
      const browser = new Browser(portal.url);
      const csrfToken = await browser.csrf();
      const path = '/api/auth/callback/credentials';
      const json = { cookie: browser.cookie, origin: portal.url, 'content-type': 'application/json' };
      const bodies = [
        '{',
        '[]',
        '"x"',
        'null',
        '[{"email":1}]',
        JSON.stringify({ csrfToken, email: {}, password: [1] }),
      ];
      for (const body of bodies) {
        const answer = await rawAsk(portal.url, { method: 'POST', path, headers: json, body });
        assert.equal(answer.status, 400, body);
      }
      const odd = { ...json, 'content-type': 'text/plain' };
      assert.equal((await rawAsk(portal.url, { method: 'POST', path, headers: odd, body: 'x=1' })).status, 415);
      const started = performance.now();
      assert.equal((await rawFlood(portal.url, json, 20_000_000)).status, 413);
      assert.ok(performance.now() - started < 3_000);
      for (const callbackUrl of ['foo', '//evil.in', 'https://evil.in/', '/\\evil.in', 'javascript:alert(1)']) {
        const answer = await browser.ask(`${path}?callbackUrl=foo`, {
          method: 'POST',
          body: new URLSearchParams({ csrfToken, callbackUrl, email: stage.world.b.owner.email, password }),
        });
        assert.equal(answer.headers.get('location'), '/');
      }
      const wrong = await browser.ask(path, {
        method: 'POST',
        body: { csrfToken: 'x', email: 'a@b.in', password: 'x' },
      });
      assert.equal(wrong.status, 403);
    },
  },
  {
    name: 'a failure inside authorize shows a number and nothing else',
    run: async (stage) => {
      const portal = await stage.portal({
        change: ({ signIn }) => {
          signIn.identity = {
            ...signIn.identity,
            findLogin: () => Promise.reject(new Error('relation users of secret-host does not exist')),
          };
        },
      });
      const answer = await new Browser(portal.url).signIn('x@example.test', password);
      assert.equal(answer.headers.get('location'), '/signin?error=6002');
      assert.doesNotMatch(`${answer.text}${JSON.stringify([...answer.headers])}`, /relation|secret-host/);
    },
  },
  {
    name: 'forwarding headers of a stranger do not make a new address',
    run: async (stage) => {
      const portal = await stage.portal({ env: { SIGN_IN_TRIES_ADDRESS: '6', SIGN_IN_TRIES: '100' } });
      const browser = new Browser(portal.url);
      const locations: string[] = [];
      for (let i = 0; i < 8; i++) {
        const headers = { 'x-forwarded-for': `10.0.0.${i}`, 'x-real-ip': `10.0.0.${i}`, forwarded: `for=10.0.0.${i}` };
        const answer = await browser.signIn(`nobody${i}@example.test`, 'Wrong7horse', { headers });
        locations.push(answer.headers.get('location') ?? '');
      }
      assert.match(locations[5] ?? '', /error=1005/);
      assert.match(locations[6] ?? '', /error=4005/);
    },
  },
  {
    name: 'no spoofed Host reaches a redirect',
    run: async (stage) => {
      const portal = await stage.portal();
      const browser = new Browser(portal.url);
      const body = new URLSearchParams({
        csrfToken: await browser.csrf(),
        email: stage.world.a.owner.email,
        password,
        callbackUrl: '/libraries',
      });
      const type = 'application/x-www-form-urlencoded';
      const headers = { cookie: browser.cookie, origin: portal.url, host: 'evil.in', 'content-type': type };
      const path = '/api/auth/callback/credentials';
      const answer = await rawAsk(portal.url, { method: 'POST', path, headers, body: body.toString() });
      assert.equal(answer.location, '/libraries');
    },
  },
  {
    name: 'pages keep the Origin of forms and stand in no frame',
    run: async (stage) => {
      const portal = await stage.portal();
      const { headers } = await new Browser(portal.url).ask('/signin');
      assert.equal(headers.get('referrer-policy'), 'same-origin');
      assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
    },
  },
  {
    name: 'passwords are compared beside the event loop',
    run: async (stage) => {
      const portal = await stage.portal({ env: { BCRYPT_COST: '11' } });
      const { passwords } = portal.app.services;
      const hash = await passwords.hash(password, known('test'));
      let ticks = 0;
      const timer = setInterval(() => {
        ticks += 1;
      }, 5);
      await Promise.all(
        [1, 2, 3, 4].map((each) => passwords.matches('Wrong7horse', async () => hash, known(`test ${each}`))),
      );
      clearInterval(timer);
      assert.ok(ticks > 20, `${ticks} ticks`);
    },
  },
  {
    name: 'cookies that are not ours, whole and once, are refused and cleared',
    run: async (stage) => {
      const portal = await stage.portal();
      const browser = await stage.visitor(portal, stage.world.a.owner);
      const admin = await stage.portal({ portal: 'admin' });
      const staff = await stage.visitor(admin, stage.world.platform.admin);
      const name = portal.app.signIn.names.session;
      const value = sessionCookie(browser);
      const fields = value.split('~');
      const edited = fields.map((field, index) =>
        fields
          .map((part, at) => (at === index ? `${field.startsWith('a') ? 'b' : 'a'}${field.slice(1)}` : part))
          .join('~'),
      );
      // From the end: a secret that is wrong under a right signature is reuse and ends the session.
      const headers = [...edited.reverse(), sessionCookie(staff), 'a'.repeat(8192), ''].map((bad) => `${name}=${bad}`);
      headers.push(`${name}=${value}; ${name}=${value}`, `${name}=${value}; x=1; ${name}=bad`);
      for (const cookie of headers) {
        const answer = await fetch(`${portal.url}/api/trpc/identity.me`, {
          method: 'POST',
          headers: { cookie, origin: portal.url, 'content-type': 'application/json' },
          body: '{}',
        });
        assert.equal(answer.status, 401, cookie.slice(0, 90));
        const page = await fetch(`${portal.url}/`, { headers: { cookie }, redirect: 'manual' });
        assert.equal(page.status, 307);
        assert.match(page.headers.getSetCookie().join(), /Max-Age=0/);
      }
    },
  },
  {
    name: 'no cookie name begins with the session cookie',
    run: async (stage) => {
      const { session, ...others } = (await stage.portal()).app.signIn.names;
      for (const name of Object.values(others)) assert.ok(!name.startsWith(session), name);
    },
  },
  {
    name: 'a dead cookie leads to the sign-in page once, and an RSC request is told 401',
    run: async (stage) => {
      const browser = await stage.visitor(await stage.portal(), stage.world.a.owner);
      await stage.database.sql`update sessions set ended_at = now(), end_reason = 'test'`;
      // Neither takes the cookie away: such an answer may come after a new sign-in in another tab.
      const signedIn = sessionCookie(browser);
      assert.equal((await browser.ask('/libraries', { headers: { rsc: '1' } })).status, 401);
      assert.equal((await browser.refresh()).status, 401);
      assert.equal(sessionCookie(browser), signedIn);
      const page = await browser.ask('/libraries');
      assert.equal(page.status, 307);
      assert.equal(sessionCookie(browser), '');
      assert.equal((await browser.ask('/signin')).status, 200);
      assert.equal(errorNumber(await browser.call('identity.me')), 1001);
    },
  },
];
