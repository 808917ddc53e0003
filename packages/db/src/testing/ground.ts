import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type PostgresServer, startPostgres } from '../postgres-server.ts';
import { scratchFolder } from './scratch.ts';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address ? address.port : 0;
}

/** A server that comes back at the same address with what it held. */
export class Ground {
  readonly #home = scratchFolder('ss-outbox-');
  readonly #port: number;
  #server: PostgresServer | null = null;

  private constructor(port: number) {
    this.#port = port;
  }

  static async open(): Promise<Ground> {
    const ground = new Ground(await freePort());
    await ground.start();
    return ground;
  }

  async start(): Promise<void> {
    const settings = { fsync: 'off', max_connections: '200' };
    this.#server = await startPostgres({ dir: join(this.#home, 'data'), port: this.#port, settings });
  }

  get url(): string {
    return this.#server?.url ?? '';
  }

  /** In an orderly way, or as if it had crashed. */
  async stop(isCrash = false): Promise<void> {
    const server = this.#server;
    if (isCrash) {
      process.kill(Number(readFileSync(join(this.#home, 'data/postmaster.pid'), 'utf8').split('\n')[0]), 'SIGQUIT');
      await server?.ended;
    } else await server?.stop();
  }

  async restart(isCrash: boolean): Promise<void> {
    await this.stop(isCrash);
    await pause(500);
    await this.start();
  }

  async close(): Promise<void> {
    await this.#server?.stop();
    rmSync(this.#home, { recursive: true, force: true });
  }
}
