import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { atMost } from '../fields.ts';
import { publicProcedure } from '../procedures/public.ts';
import { router } from '../procedures/router.ts';
import { headersOf, openTestServers, type TestServer, type TestServers } from '../testing/server.ts';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

const [began, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
const testRouter = router({
  waits: publicProcedure
    .input(z.object({ text: z.string().check(atMost(10)) }))
    .output(z.object({ text: z.string() }))
    .reads(async (_scope, { text }) => {
      began.resolve();
      await mayEnd.promise;
      return { text };
    }),
});

let servers: TestServers;
let server: TestServer;
beforeAll(async () => {
  servers = await openTestServers();
  server = await servers.start('owner', testRouter);
});
afterAll(() => servers.close());

test('a call that waits keeps what it was asked, and nothing else that was sent', async () => {
  const parse = JSON.parse;
  const sent: WeakRef<object>[] = [];
  // A spy would itself keep what it has seen.
  JSON.parse = (text, reviver) => {
    const value = parse(text, reviver);
    if (String(text).includes('not asked for')) sent.push(new WeakRef(value));
    return value;
  };
  const headers = headersOf(null);
  const body = JSON.stringify({ text: 'hello', more: 'not asked for' });
  const answer = fetch(`${server.url}/api/trpc/waits`, { method: 'POST', headers, body });
  await began.promise;
  JSON.parse = parse;
  // A WeakRef holds what it was made for until the turn is over.
  await new Promise((done) => setTimeout(done, 20));
  collect();
  expect(sent).toHaveLength(1);
  expect(sent[0]?.deref()).toBe(undefined);
  mayEnd.resolve();
  expect(await (await answer).json()).toEqual({ result: { data: { text: 'hello' } } });
});
