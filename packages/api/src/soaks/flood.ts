import { Agent, request } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

/** What a flood sends, in a thread of its own: the portal's thread is what is measured. */
export interface FloodOrder {
  url: string;
  cookie: string;
  csrfToken: string;
  sockets: number;
  /** One address for all, or a new network with each try. */
  address: string | null;
  /** One name, or a new one with each try. */
  email: string | null;
}

export type FloodCount = Record<number, number>;

const order = workerData as FloodOrder;
const agent = new Agent({ keepAlive: true, maxSockets: order.sockets });
const counts: FloodCount = {};
let sent = 0;
let isOver = false;

const addressOf = (index: number) =>
  index % 2 === 0
    ? `${20 + (index >> 16)}.${(index >> 8) & 255}.${index & 255}.7`
    : `2001:${(index >> 16).toString(16)}:${(index & 65_535).toString(16)}::7`;

function guess(): Promise<number> {
  sent += 1;
  const email = order.email ?? `flood${sent}@example.test`;
  const body = new URLSearchParams({ csrfToken: order.csrfToken, email, password: `Guess${sent}horse` }).toString();
  const headers = {
    cookie: order.cookie,
    origin: order.url,
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': body.length,
    'x-forwarded-for': order.address ?? addressOf(sent),
  };
  return new Promise((resolve) => {
    const asked = request(
      `${order.url}/api/auth/callback/credentials`,
      { method: 'POST', agent, headers },
      (answer) => {
        answer.resume().once('end', () => resolve(codeOf(answer.statusCode ?? 0, answer.headers.location ?? '')));
      },
    );
    asked.once('error', () => resolve(0));
    asked.end(body);
  });
}

// A form is sent back with the number of what went wrong; 302 without one is somebody let in.
function codeOf(status: number, location: string): number {
  const number = /error=(\d+)/.exec(location)?.[1];
  return number === undefined ? status : Number(number);
}

async function hammer(): Promise<void> {
  while (!isOver) {
    const code = await guess();
    counts[code] = (counts[code] ?? 0) + 1;
    if (sent === 2 * order.sockets) parentPort?.postMessage('ready');
  }
}

parentPort?.once('message', () => {
  isOver = true;
});
await Promise.all(Array.from({ length: order.sockets }, hammer));
agent.destroy();
parentPort?.postMessage(counts);
