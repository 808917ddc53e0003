import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { ownerRouter } from '../root.ts';
import { cookieOf, headersOf, openTestServers, type TestServer, type TestServers } from '../testing/server.ts';
import { addRows, addTenant } from './neighbours.ts';
import type { Noise, NoiseOrder } from './noisy-callers.ts';

const neighbours = 20;
const noisyCallers = 600;
const noisyRows = 10_000;
const wholeSeconds = 60;
// In part it runs beside builds and browsers, which stop everybody for seconds now and then: then half of all calls tell.
const bound = (scale: number) => (scale < 1 ? { share: 0.5, ms: 1_000 } : { share: 0.95, ms: 200 });

interface Told {
  status: number;
  ms: number;
}

type Ask = (cookie: string, input: unknown) => Promise<Told>;

function asker(server: TestServer): Ask & { close(): void } {
  // In turn, so that the server closes none for being idle.
  const agent = new Agent({ keepAlive: true, maxSockets: neighbours, scheduling: 'fifo' });
  const { hostname, port } = new URL(server.url);
  const ask = (cookie: string, input: unknown) =>
    new Promise<Told>((resolve, reject) => {
      const began = performance.now();
      const body = JSON.stringify(input);
      const headers = { ...headersOf(cookie), 'content-length': String(Buffer.byteLength(body)) };
      const options = { agent, hostname, port, method: 'POST', path: '/api/trpc/libraries.list', headers };
      const sent = request(options, (answer) => {
        answer.resume();
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, ms: performance.now() - began }));
      });
      sent.on('error', reject);
      sent.end(body);
    });
  return Object.assign(ask, { close: () => agent.destroy() });
}

interface Figures {
  times: number[];
  refused: number;
}

/** Once a second and tenant, each at its own moment of the second. */
async function visit(ask: Ask, cookies: readonly string[], seconds: number): Promise<Figures> {
  const figures: Figures = { times: [], refused: 0 };
  const one = async (cookie: string, index: number) => {
    await pause((index * 1000) / cookies.length);
    for (let second = 0; second < seconds; second++) {
      const next = pause(1000);
      const { status, ms } = await ask(cookie, { limit: 20 });
      figures.times.push(ms);
      if (status !== 200) figures.refused++;
      await next;
    }
  };
  await Promise.all(cookies.map(one));
  figures.times.sort((a, b) => a - b);
  return figures;
}

function makeNoise(server: TestServer, cookies: readonly string[]): { stop(): Promise<Noise> } {
  const order: NoiseOrder = {
    url: `${server.url}/api/trpc/libraries.list`,
    headers: cookies.map((cookie) => headersOf(cookie)),
    callers: noisyCallers,
  };
  const worker = new Worker(new URL('noisy-callers.ts', import.meta.url), { workerData: order });
  return {
    stop: async () => {
      worker.postMessage('stop');
      const [noise] = (await once(worker, 'message')) as [Noise];
      await worker.terminate();
      return noise;
    },
  };
}

const at = (sorted: readonly number[], share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
const told = ({ times, refused }: Figures) =>
  `${times.length} calls, ${refused} refused, p50 ${at(times, 0.5).toFixed(0)} p95 ${at(times, 0.95).toFixed(0)} max ${at(times, 1).toFixed(0)} ms`;

async function soak(servers: TestServers, scale: number): Promise<{ passed: boolean; line: string }> {
  const seconds = Math.max(8, Math.round(wholeSeconds * scale));
  const { database, world } = servers;
  await addRows(database.sql, world.a.id, noisyRows);
  const tenants = await Promise.all(Array.from({ length: neighbours }, (_, number) => addTenant(database, number)));
  const cookies = tenants.map(({ cookie }) => cookie);
  await database.sql`analyze`;
  const settings = { READS_PER_MINUTE: '1000000', LOG_LEVEL: 'silent' };
  const server = await servers.start('owner', ownerRouter, settings);
  const ask = asker(server);
  try {
    await visit(ask, cookies, 2);
    const alone = await visit(ask, cookies, Math.min(10, seconds));
    const noise = makeNoise(
      server,
      [world.a.owner, world.a.manager, world.a.staff].map((one) => cookieOf(one)),
    );
    await pause(1000);
    const beside = await visit(ask, cookies, seconds);
    const { answered, refused, failed } = await noise.stop();
    const { share, ms } = bound(scale);
    const wasNoisy = answered > seconds && refused > seconds && failed.length === 0;
    const passed = beside.refused === 0 && at(beside.times, share) <= ms && wasNoisy;
    const line =
      `${neighbours} tenants at 1/s beside one with ${noisyCallers} callers for ${seconds} s: ${told(beside)} ` +
      `(alone: ${told(alone)}); the noisy one: ${answered} answered, ${refused} refused, ${failed.length} failed${failed.length > 0 ? `: ${[...new Set(failed)].join(', ')}` : ''}`;
    return { passed, line };
  } finally {
    ask.close();
  }
}

/** One tenant that asks for more than there is must cost the others nothing. */
export async function run({ scale }: { scale: number }): Promise<{ passed: boolean; line: string }> {
  const servers = await openTestServers();
  try {
    return await soak(servers, scale);
  } finally {
    await servers.close();
  }
}
