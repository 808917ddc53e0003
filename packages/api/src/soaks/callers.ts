import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

/** People who are signed in and work on, in a thread of their own, as their browsers are. */
export interface CallersOrder {
  url: string;
  /** One for each person. */
  cookies: string[];
}

export interface CallersTimes {
  milliseconds: number[];
  failed: number;
}

const order = workerData as CallersOrder;
const agent = new Agent({ keepAlive: true });
const seen: CallersTimes = { milliseconds: [], failed: 0 };
let isOver = false;

function call(cookie: string, procedure: string): Promise<number> {
  const headers = { cookie, origin: order.url, 'content-type': 'application/json', 'content-length': 2 };
  return new Promise((resolve) => {
    const asked = request(`${order.url}/api/trpc/${procedure}`, { method: 'POST', agent, headers }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode ?? 0));
    });
    asked.once('error', () => resolve(0));
    asked.end('{}');
  });
}

async function work(cookie: string): Promise<void> {
  while (!isOver) {
    const begun = performance.now();
    const status = await call(cookie, seen.milliseconds.length % 2 === 0 ? 'identity.me' : 'libraries.list');
    seen.milliseconds.push(performance.now() - begun);
    if (status !== 200) seen.failed += 1;
    await pause(25);
  }
}

parentPort?.once('message', () => {
  isOver = true;
});
// Opening connections and loading code is nobody's waiting.
await Promise.all(order.cookies.map((cookie) => call(cookie, 'identity.me')));
parentPort?.postMessage('ready');
await Promise.all(order.cookies.map(work));
agent.destroy();
parentPort?.postMessage(seen);
