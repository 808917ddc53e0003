import { createServer, type ServerResponse } from 'node:http';
import type { Worker } from './worker.ts';

// The relay looks ten times a second: who has not looked for so long is stuck, or its database is away.
const STUCK_MS = 3_000;

const text = (res: ServerResponse, status: number, body: string) =>
  res.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }).end(body);

function metrics(worker: Worker): string {
  const { running, relayed, done, failed, lateMs, relayedAt } = worker.figures();
  const lines: [string, 'counter' | 'gauge', number][] = [
    ['studyspot_worker_jobs_done_total', 'counter', done],
    ['studyspot_worker_jobs_failed_total', 'counter', failed],
    ['studyspot_worker_jobs_running', 'gauge', running],
    ['studyspot_worker_events_relayed_total', 'counter', relayed],
    ['studyspot_worker_relay_late_seconds', 'gauge', lateMs / 1000],
    ['studyspot_worker_relay_looked_seconds', 'gauge', relayedAt ? (Date.now() - relayedAt.getTime()) / 1000 : -1],
    ['process_resident_memory_bytes', 'gauge', process.memoryUsage.rss()],
  ];
  return lines.map(([name, type, value]) => `# TYPE ${name} ${type}\n${name} ${value}\n`).join('');
}

/** Where a worker tells how it is, on a port of its own that no one outside should reach. */
export async function openPort(port: number, worker: Worker): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer((req, res) => {
    const { relayedAt } = worker.figures();
    switch (req.url) {
      case '/healthz':
        return text(res, 200, 'ok\n');
      case '/readyz': {
        const isReady = relayedAt !== null && Date.now() - relayedAt.getTime() < STUCK_MS;
        return text(res, isReady ? 200 : 503, isReady ? 'ready\n' : 'the database has not answered for a while\n');
      }
      case '/metrics':
        return text(res, 200, metrics(worker));
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
