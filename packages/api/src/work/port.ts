import { createServer, type ServerResponse } from 'node:http';
import { METRICS_TYPE } from '../metrics/text.ts';
import { type Measured, openWorkerMetrics } from './metrics.ts';

// The relay looks ten times a second: who has not looked for so long is stuck, or its database is away.
const STUCK_MS = 3_000;

const text = (res: ServerResponse, status: number, body: string, type = 'text/plain; charset=utf-8') =>
  res.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);

/** Where a worker tells how it is, on a port of its own that no one outside should reach. */
export async function openPort(port: number, measured: Measured): Promise<{ port: number; close(): Promise<void> }> {
  const metrics = openWorkerMetrics(measured);
  const server = createServer((req, res) => {
    const { relayedAt } = measured.worker.figures();
    switch (req.url) {
      case '/healthz':
        return text(res, 200, 'ok\n');
      case '/readyz': {
        const isReady = relayedAt !== null && Date.now() - relayedAt.getTime() < STUCK_MS;
        return text(res, isReady ? 200 : 503, isReady ? 'ready\n' : 'the database has not answered for a while\n');
      }
      case '/metrics':
        return void metrics().then((told) => text(res, 200, told, METRICS_TYPE));
      default:
        return text(res, 404, 'nothing here\n');
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => resolve());
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
