import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_MS = 200;

export interface Balancer {
  url: string;
  /** What nobody could be found for, or what was lost on the way. */
  lost: string[];
  /** Settled once it has found all of them ready. */
  allReady(): Promise<void>;
  close(): Promise<void>;
}

interface Backend {
  port: number;
  isReady: boolean;
}

/** In front of several portals: sends each request to one that says that it is ready, and tries nothing twice. */
export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  const backends: Backend[] = ports.map((port) => ({ port, isReady: false }));
  const lost: string[] = [];
  const agent = new Agent({ keepAlive: true, maxSockets: 500 });
  let turn = 0;

  async function look(backend: Backend): Promise<void> {
    backend.isReady = await fetch(`http://127.0.0.1:${backend.port}/readyz`, {
      signal: AbortSignal.timeout(1_000),
    }).then(
      (answer) => answer.status === 200,
      () => false,
    );
  }

  function send(req: IncomingMessage, res: ServerResponse): void {
    const ready = backends.filter(({ isReady }) => isReady);
    const backend = ready[turn++ % ready.length];
    const fail = (why: string) => {
      lost.push(`${req.method} ${req.url}: ${why}`);
      if (res.headersSent) res.destroy();
      else res.writeHead(502).end();
    };
    if (!backend) {
      fail('nobody is ready');
      return;
    }
    const { method, url: path, headers } = req;
    const sent = request({ port: backend.port, method, path, headers, agent }, (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(res);
      answer.once('error', () => res.destroy());
    });
    // A stream that its reader leaves, or that ends with its portal, is no loss.
    sent.once('error', (error) =>
      res.writableEnded || res.destroyed || res.headersSent ? res.destroy() : fail(error.message),
    );
    res.once('close', () => sent.destroy());
    req.pipe(sent);
  }

  const server = createServer(send);
  await new Promise<void>((done) => void server.listen(0, done));
  const looking = setInterval(() => void Promise.all(backends.map(look)), LOOK_MS);
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    lost,
    async allReady() {
      while (!backends.every(({ isReady }) => isReady)) await pause(LOOK_MS);
    },
    async close() {
      clearInterval(looking);
      agent.destroy();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
