import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openStage } from '../sign-in/testing/stage.ts';
import { openHandle } from './handle.ts';
import { apiHeaders } from './headers.ts';
import { openServer, refuseUpgrades } from './portal-server.ts';
import { stopServer } from './stop.ts';

test('every answer carries the headers, also to a method that is not known', async () => {
  const stage = await openStage();
  try {
    const { url } = await stage.portal();
    for (const [method, status] of [
      ['OPTIONS', 204],
      ['PROPFIND', 405],
      ['PUT', 405],
      ['DELETE', 405],
    ] as const) {
      const answer = await fetch(`${url}/anything`, { method, headers: { origin: url } });
      expect([method, answer.status]).toEqual([method, status]);
      for (const name of ['x-frame-options', 'x-content-type-options', 'content-security-policy', 'referrer-policy'])
        expect(answer.headers.get(name), `${method} ${name}`).toBeTruthy();
    }
  } finally {
    await stage.close();
  }
});

test.each(['/staff/%E0%A4%A', '*', 'staff'])(
  'what is no path, as %s, is refused before a page is drawn',
  async (path) => {
    const stage = await openStage();
    try {
      const { url } = await stage.portal();
      const { hostname, port } = new URL(url);
      const socket = connect(Number(port), hostname);
      socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\n\r\n`);
      const [said] = (await once(socket, 'data')) as [Buffer];
      expect(said.toString()).toMatch(/^HTTP\/1\.1 400 /);
      socket.destroy();
    } finally {
      await stage.close();
    }
  },
);

test('however many ask whether it is ready, the database is asked once a second, and one question at a time', async () => {
  let [asked, isAway] = [0, false];
  const handle = openHandle({
    events: async () => undefined,
    origins: new Set(),
    headers: apiHeaders(false),
    ready: async () => {
      asked += 1;
      await pause(100);
      if (isAway) throw new Error('away');
    },
    isStopping: () => false,
    metrics: null,
    trpc: async () => undefined,
    warn: () => undefined,
  });
  const server = createServer((req, res) => void handle(req, res)).listen(0);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/readyz`;
  const statuses = async (times: number) =>
    new Set(await Promise.all(Array.from({ length: times }, async () => (await fetch(url)).status)));
  expect(await statuses(30)).toEqual(new Set([200]));
  isAway = true;
  expect(await statuses(30)).toEqual(new Set([200]));
  expect(asked).toBe(1);
  await pause(1_050);
  expect(await statuses(30)).toEqual(new Set([503]));
  expect(asked).toBe(2);
  server.close();
});

test('a socket that asks for another protocol is closed, and holds up no stop', async () => {
  const server = openServer().listen(0);
  // As Next does with a path that it does not know.
  server.on('upgrade', () => undefined);
  refuseUpgrades(server);
  const socket = connect((server.address() as AddressInfo).port);
  socket.on('error', () => undefined);
  socket.write('GET /x HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
  await once(socket, 'close');
  await stopServer(server, { lingerMs: 50, deadlineMs: 500 });
});

test('whoever does not read an answer is cut', async () => {
  const server = openServer(300).listen(0);
  // More than the system takes in for a reader.
  server.on('request', (_req, res) => res.end(Buffer.alloc(32 * 1024 * 1024)));
  const isCut = once(server, 'connection').then(([served]) => once(served, 'close'));
  const reader = connect((server.address() as AddressInfo).port);
  reader.on('error', () => undefined).pause();
  reader.write('GET /x HTTP/1.1\r\nHost: x\r\n\r\n');
  expect(await Promise.race([isCut.then(() => 'cut'), pause(3_000, 'held')])).toBe('cut');
  reader.destroy();
  server.close();
});
