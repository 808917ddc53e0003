import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';

export interface StopOptions {
  /** How long connections that are idle may still bring the request that was already on its way. */
  lingerMs?: number;
  /** When whatever still runs is cut. */
  deadlineMs?: number;
}

/**
 * Ends a server without losing a request: no new connections, each answer says `connection: close`, idle connections
 * are closed only after a moment, since their next request may already be on the wire.
 */
export async function stopServer(
  server: Server,
  { lingerMs = 500, deadlineMs = 8_000 }: StopOptions = {},
): Promise<void> {
  if (!server.listening) return;
  server.prependListener('request', (_req, res) => {
    res.shouldKeepAlive = false;
  });
  await acceptWaiting(server);
  const closed = new Promise<void>((resolve) => {
    // http's own close() cuts idle connections at once.
    NetServer.prototype.close.call(server, () => resolve());
  });
  const isOver = await Promise.race([closed.then(() => true), pause(lingerMs, false)]);
  if (isOver) return;
  server.closeIdleConnections();
  const timer = setInterval(() => server.closeIdleConnections(), 50);
  try {
    await Promise.race([closed, pause(deadlineMs - lingerMs)]);
  } finally {
    clearInterval(timer);
    server.closeAllConnections();
  }
  await closed;
}

/** The system completes connections before we see them, and closing would reset these: takes them in first. */
async function acceptWaiting(server: Server): Promise<void> {
  const enough = performance.now() + 100;
  let isWaiting = true;
  const note = () => {
    isWaiting = true;
  };
  server.on('connection', note);
  while (isWaiting && performance.now() < enough) {
    isWaiting = false;
    // The first turn only ends the one we are in.
    await turn();
    await turn();
  }
  server.off('connection', note);
}
