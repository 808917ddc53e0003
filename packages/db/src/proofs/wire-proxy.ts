import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAddress } from '../tenancy/connection-options.ts';

export type Tamper = (messages: Buffer) => Buffer | 'cut' | Promise<Buffer>;

export interface WireProxy {
  through(url: string): string;
  /** What happens to everything that the client sends from now on. */
  tamper: Tamper;
  close(): Promise<void>;
}

const pass: Tamper = (message) => message;

/** The messages but the simple ones that say just this. The driver always writes whole messages. */
export function without(messages: Buffer, text: string): Buffer {
  const kept: Buffer[] = [];
  for (let at = 0; at < messages.length; ) {
    const next = at + 1 + messages.readInt32BE(at + 1);
    const said = messages.toString('latin1', at + 5, next - 1);
    if (messages[at] !== 'Q'.charCodeAt(0) || said !== text) kept.push(messages.subarray(at, next));
    at = next;
  }
  return Buffer.concat(kept);
}

/** Stands between a client and the server's socket: loses, changes or cuts what the client sends. */
export async function startWireProxy(url: string): Promise<WireProxy> {
  const target = parseAddress(url).path;
  if (!target) throw new Error('the proxy needs a unix socket behind it');
  const folder = mkdtempSync(join(tmpdir(), 'ss-wire-'));
  const open = new Set<Socket>();
  const proxy: WireProxy = {
    tamper: pass,
    through: (wanted) => {
      const changed = new URL(wanted);
      changed.searchParams.set('host', folder);
      return changed.href;
    },
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((done) => server.close(done));
      rmSync(folder, { recursive: true, force: true });
    },
  };
  const server = createServer((client) => {
    const upstream = connect(target);
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        client.destroy();
        upstream.destroy();
        open.delete(socket);
      });
    }
    upstream.pipe(client);
    client.on('data', (message) => {
      const answer = proxy.tamper(Buffer.from(message));
      if (answer === 'cut') client.destroy();
      else if (answer instanceof Promise) void answer.then((late) => upstream.write(late));
      else upstream.write(answer);
    });
  });
  await new Promise<void>((done) => server.listen(join(folder, '.s.PGSQL.5432'), done));
  return proxy;
}
