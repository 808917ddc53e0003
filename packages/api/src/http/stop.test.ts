import { Agent, createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { stopServer } from './stop.ts';

async function start(answerAfterMs: () => number) {
  const server = createServer((_req, res) => {
    setTimeout(() => res.end('ok'), answerAfterMs());
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  const ask = () =>
    new Promise<'answered' | 'not accepted' | 'lost'>((resolve) => {
      const req = get({ port, host: '127.0.0.1', agent }, (res) => {
        res.resume().on('end', () => resolve('answered'));
      });
      req.on('error', (error: NodeJS.ErrnoException) =>
        resolve(error.code === 'ECONNREFUSED' ? 'not accepted' : 'lost'),
      );
    });
  return { server, ask, agent };
}

test('under load each request is answered or was never accepted', async () => {
  const { server, ask, agent } = await start(() => Math.random() * 80);
  const answers = new Map<string, number>();
  let isOver = false;
  const callers = Array.from({ length: 20 }, async () => {
    while (!isOver) {
      const answer = await ask();
      answers.set(answer, (answers.get(answer) ?? 0) + 1);
      if (answer === 'not accepted') await pause(20);
    }
  });
  await pause(300);
  const started = performance.now();
  await stopServer(server, { lingerMs: 200 });
  isOver = true;
  await Promise.all(callers);
  agent.destroy();
  expect(performance.now() - started).toBeLessThan(2_000);
  expect(answers.get('lost') ?? 0).toBe(0);
  expect(answers.get('answered')).toBeGreaterThan(20);
});

test('who has connected before the stop is answered, though nobody has picked the connection up', async () => {
  const { server, ask, agent } = await start(() => 10);
  const asked = ask();
  // The call to connect goes out at the end of this turn, and the system completes it by itself.
  await new Promise((resolve) => process.nextTick(resolve));
  await stopServer(server, { lingerMs: 50 });
  expect(await asked).toBe('answered');
  agent.destroy();
});

test('a request that never ends is cut at the deadline', async () => {
  const { server, ask, agent } = await start(() => 60_000);
  const asked = ask();
  await pause(50);
  const started = performance.now();
  await stopServer(server, { lingerMs: 50, deadlineMs: 400 });
  expect(performance.now() - started).toBeLessThan(1_500);
  expect(await asked).toBe('lost');
  agent.destroy();
});
