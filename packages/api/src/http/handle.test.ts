import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { atMost } from '../fields.ts';
import { publicProcedure } from '../procedures/public.ts';
import { router } from '../procedures/router.ts';
import { signedInProcedure } from '../procedures/signed-in.ts';
import { ask, cookieOf, headersOf, openTestServers, type TestServer, type TestServers } from '../testing/server.ts';
import { BODY_BYTES } from './body.ts';

const anything = z.optional(z.object({ text: z.optional(z.string().check(atMost(300_000))) }));
const [began, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
const testRouter = router({
  hello: publicProcedure
    .input(anything)
    .output(z.object({ text: z.string() }))
    .reads(async (_scope, input) => ({ text: input?.text ?? 'hello' })),
  me: signedInProcedure
    .input(anything)
    .output(z.object({ name: z.string() }))
    .reads(({ identity, at }) => identity.person(at)),
  fails: publicProcedure
    .input(anything)
    .output(z.object({}))
    .changes(async () => {
      throw new Error('canary at /work/secret.ts: select * from users');
    }),
  waits: publicProcedure
    .input(anything)
    .output(z.object({ text: z.string() }))
    .reads(async () => {
      began.resolve();
      await mayEnd.promise;
      return { text: 'waited' };
    }),
});

let servers: TestServers;
let server: TestServer;

beforeAll(async () => {
  servers = await openTestServers();
  server = await servers.start('owner', testRouter);
});
afterAll(() => servers.close());

const post = (path: string, body: BodyInit | null, headers: Record<string, string> = headersOf(null)) =>
  fetch(`${server.url}${path}`, { method: 'POST', headers, body });

interface WireError {
  error: { data: { number: number; details?: Record<string, unknown> } };
}
const errorOf = async (answer: Response) => ((await answer.json()) as WireError).error.data;

/** A request written by hand: what no well-behaved client sends. */
function raw(text: string): Promise<string> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname, () => socket.write(text));
    const parts: string[] = [];
    socket.on('data', (data) => parts.push(data.toString('latin1')));
    socket.on('close', () => resolve(parts.join('')));
    socket.on('error', () => resolve(parts.join('')));
    setTimeout(() => socket.destroy(), 500);
  });
}

describe('origins', () => {
  const refused = ['null', 'http://localhost:3001', 'https://localhost:3000', 'http://localhost:3000.evil.example', ''];
  test.each(refused)('%s is refused before anything else', async (origin) => {
    const answer = await post('/api/trpc/hello', '{}', { ...headersOf(cookieOf(servers.world.a.owner)), origin });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(await errorOf(answer)).toMatchObject({ number: 1004, details: { reason: 'origin' } });
  });

  test('a missing one too, on every path and method that changes', async () => {
    for (const path of ['/api/trpc/hello', '/api/auth/refresh', '/signin', '/healthz']) {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        expect((await fetch(server.url + path, { method })).status, `${method} ${path}`).toBe(403);
      }
    }
  });

  test('the own one passes, and two of them are not it', async () => {
    expect((await ask(server, null, 'hello', {})).data).toEqual({ text: 'hello' });
    const twice = 'Origin: http://localhost:3000\r\nOrigin: http://localhost:3000\r\n';
    expect(await raw(`POST /api/trpc/hello HTTP/1.1\r\nHost: x\r\n${twice}Content-Length: 0\r\n\r\n`)).toContain(
      ' 403 ',
    );
  });
});

describe('paths', () => {
  test('health, readiness, unknown paths, options and pages', async () => {
    const get = (path: string, method = 'GET') => fetch(server.url + path, { method });
    expect(await (await get('/healthz')).json()).toEqual({ status: 'alive' });
    expect(await (await get('/readyz')).json()).toEqual({ status: 'ready' });
    const unknown = await get('/api/nothing');
    expect([unknown.status, (await errorOf(unknown)).number]).toEqual([404, 3001]);
    expect((await get('/api/trpc/hello')).status).toBe(405);
    expect((await get('/anything', 'OPTIONS')).status).toBe(204);
    expect((await get('/libraries')).status).toBe(418);
    expect((await get('/api/auth/csrf')).status).toBe(418);
  });

  test('alive but not ready while the database is away', async () => {
    const away = await openAway();
    expect((await fetch(`${away.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${away.url}/healthz`)).status).toBe(200);
  });

  test('no procedure is found by a name that objects have anyway', async () => {
    for (const path of ['__proto__', 'constructor', 'toString', 'hello.', '.hello', 'hello%2F..%2Fme', '%00', '']) {
      const answer = await post(`/api/trpc/${path}`, '{}');
      expect([404, 400], path).toContain(answer.status);
    }
    expect((await post('/api/trpc/%ff', '{}')).status).toBe(400);
  });

  test('headers: no framework, no store, no sniffing, a request id', async () => {
    const { headers } = await ask(server, null, 'hello', {});
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('server-timing')).toBeNull();
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

async function openAway(): Promise<TestServer> {
  const nowhere = 'postgres://ss_auth:x@127.0.0.1:1/nothing';
  return servers.start('owner', testRouter, { DATABASE_URL_AUTH: nowhere, DATABASE_URL_TENANT: nowhere });
}

describe('bodies', () => {
  const big = JSON.stringify({ text: 'x'.repeat(BODY_BYTES) });
  test('too large is refused, announced or not', async () => {
    expect((await post('/api/trpc/hello', big)).status).toBe(413);
    const head =
      'POST /api/trpc/hello HTTP/1.1\r\nHost: x\r\nOrigin: http://localhost:3000\r\nContent-Type: application/json\r\n';
    const chunk = `20000\r\n${'x'.repeat(0x20000)}\r\n`;
    expect(await raw(`${head}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(3)}0\r\n\r\n`)).toContain(' 413 ');
    // Far too much is cut, and what was cut may never have seen its answer.
    expect(await raw(`${head}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(20)}`)).not.toContain(' 200 ');
    expect(await raw(`${head}Content-Length: 99999999\r\n\r\n{`)).toContain(' 413 ');
  });

  test.each([
    ['broken JSON', '{', undefined],
    ['not UTF-8', new Uint8Array([0x22, 0xff, 0x22]), undefined],
    ['a form', 'text=x', 'application/x-www-form-urlencoded'],
    ['what only begins like JSON', '{"text":"x"}', 'application/json-seq'],
    ['NUL', '{"text":"\\u0000"}', undefined],
    ['half a surrogate pair', '{"text":"\\ud800"}', undefined],
    ['a prototype', '{"__proto__":{"text":"x"}}', undefined],
    ['2^63', '{"text":9223372036854775808}', undefined],
    ['very deep', `${'['.repeat(5000)}${']'.repeat(5000)}`, undefined],
    ['an array', '[]', undefined],
    ['null', 'null', undefined],
  ])('%s is bad input', async (_name, body, type) => {
    const answer = await post('/api/trpc/hello', body, {
      ...headersOf(null),
      ...(type ? { 'content-type': type } : {}),
    });
    expect(answer.status).toBe(400);
    expect((await errorOf(answer)).number).toBeGreaterThanOrEqual(2001);
  });

  test('a body that stops half way neither hangs nor fails the server', async () => {
    const head =
      'POST /api/trpc/hello HTTP/1.1\r\nHost: x\r\nOrigin: http://localhost:3000\r\nContent-Length: 50\r\n\r\n{';
    await raw(head);
    expect((await ask(server, null, 'hello', {})).status).toBe(200);
  });
});

describe('batches', () => {
  const batch = (paths: string[], body: unknown, cookie: string | null = null) =>
    post(`/api/trpc/${paths.join(',')}?batch=1`, JSON.stringify(body), headersOf(cookie));

  test('answers stand in order, each with its own outcome', async () => {
    const answer = await batch(['hello', 'me', 'none', 'hello'], { 0: { text: 'a' }, 3: { text: 'd' } });
    expect(answer.status).toBe(207);
    const [first, second, third, last] = (await answer.json()) as (WireError & { result: { data: unknown } })[];
    expect(first?.result.data).toEqual({ text: 'a' });
    expect(second?.error.data.number).toBe(1001);
    expect(third?.error.data.number).toBe(3001);
    expect(last?.result.data).toEqual({ text: 'd' });
  });

  test('more than ten are refused, commas without batch=1 are one unknown path', async () => {
    expect((await batch(Array(11).fill('hello'), {})).status).toBe(413);
    expect((await batch(Array(10).fill('hello'), {})).status).toBe(200);
    expect((await post(`/api/trpc/${Array(50).fill('hello').join(',')}`, '{}')).status).toBe(404);
    expect((await batch(['hello'], 'text')).status).toBe(400);
  });
});

describe('limits', () => {
  test('calls are counted one by one, by session or else by address', async () => {
    const limited = await servers.start('owner', testRouter, { READS_PER_MINUTE: '12', CHANGES_PER_MINUTE: '1' });
    const { a, b } = servers.world;
    const url = `${limited.url}/api/trpc/${Array(10).fill('hello').join(',')}?batch=1`;
    const ten = await fetch(url, { method: 'POST', headers: headersOf(cookieOf(a.owner)), body: '{}' });
    expect(ten.status).toBe(200);
    expect((await ask(limited, cookieOf(a.owner), 'me')).error).toBeNull();
    expect((await ask(limited, cookieOf(a.owner), 'me')).error).toBeNull();
    const refused = await ask(limited, cookieOf(a.owner), 'me');
    expect(refused).toMatchObject({ status: 429, error: { number: 4005 } });
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(120);
    expect((await ask(limited, cookieOf(b.owner), 'me')).error).toBeNull();
    expect((await ask(limited, null, 'hello')).error).toBeNull();
    // Changes are counted apart from reads, and what nobody knows as a change.
    expect((await ask(limited, cookieOf(a.owner), 'fails')).error?.number).toBe(6002);
    expect((await ask(limited, cookieOf(a.owner), 'fails')).status).toBe(429);
    expect((await ask(limited, cookieOf(b.owner), 'nothing')).status).toBe(404);
    expect((await ask(limited, cookieOf(b.owner), 'nothing')).status).toBe(429);
  });

  test('a spoofed address does not buy more', async () => {
    const limited = await servers.start('owner', testRouter, { READS_PER_MINUTE: '3' });
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++) {
      statuses.push((await ask(limited, null, 'hello', {}, { 'x-forwarded-for': `203.0.113.${i}` })).status);
    }
    expect(statuses).toEqual([200, 200, 200, 429, 429, 429]);
  });
});

test('what fails inside says nothing outside, and no secret reaches the log', async () => {
  const cookie = cookieOf(servers.world.a.owner);
  const reply = await ask(server, cookie, 'fails', { text: 'canary-input' });
  expect(reply).toMatchObject({ status: 500, error: { number: 6002 } });
  expect(reply.text).not.toMatch(/canary|\/work|select|\.ts|at /);
  await ask(server, `${cookie}x`, 'me', { text: 'canary-input' });
  const lines = server.lines.join('');
  expect(lines).toContain('canary at');
  for (const secret of [cookie.slice(cookie.indexOf('=') + 1), cookie.split('~')[3], 'canary-input']) {
    expect(secret).toBeTruthy();
    expect(lines).not.toContain(secret);
  }
});

test('while stopping, readiness says so and requests under way are answered', async () => {
  const stopping = await servers.start('owner', testRouter);
  const readiness = async () => (await fetch(`${stopping.url}/readyz`)).json();
  const asked = ask(stopping, null, 'waits');
  await began.promise;
  expect(await readiness()).toMatchObject({ status: 'ready' });
  const stopped = stopping.close({ lingerMs: 300, deadlineMs: 2_000 });
  // On the connection that the first look left open: a new one is no longer taken.
  expect(await readiness()).toEqual({ status: 'stopping' });
  mayEnd.resolve();
  expect((await asked).data).toEqual({ text: 'waited' });
  await stopped;
  await expect(fetch(`${stopping.url}/healthz`)).rejects.toThrow();
});
