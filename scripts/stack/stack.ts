import { isEmpty, seedDemo } from '../../packages/api/src/demo/seed.ts';
import { build } from './build.ts';
import { type Child, startChild } from './children.ts';
import { bringUpToDate, type RunningDatabase, startEmbedded, useServer } from './database.ts';
import { portalFlags } from './portal-flags.ts';
import { type Portal, portalEnv, untilAnswers, workerEnv } from './portals.ts';
import { refuseTakenPorts } from './ports.ts';
import { inRoot } from './root.ts';
import { keepSecrets, type Secrets } from './secrets.ts';
import type { Ports } from './settings.ts';
import { step } from './steps.ts';

interface StackOptions {
  /** Data, secrets and logs. */
  dir: string;
  ports: Ports;
  databaseUrl?: string | undefined;
  dev?: boolean;
  /** For tests: the database's data are removed when it ends. */
  disposable?: boolean;
  /** Settings of the portals that win over all others. */
  settings?: Record<string, string>;
  /** Where a portal is reached, if not at its own port. */
  addresses?: Partial<Record<Portal, string>>;
}

/** Postgres, sandbox, worker and both portals; stop() may be called at any moment, also while start() runs. */
export class Stack {
  readonly options: StackOptions;
  readonly children: Child[] = [];
  #secrets: Secrets | undefined;
  #database: RunningDatabase | undefined;
  #abort = new AbortController();
  #stopped: Promise<void> | undefined;

  constructor(options: StackOptions) {
    this.options = options;
  }

  get stopping(): boolean {
    return this.#stopped !== undefined;
  }

  database(): RunningDatabase {
    if (!this.#database) throw new Error('the database is not started');
    return this.#database;
  }

  async startDatabase(): Promise<void> {
    const { dir, ports, databaseUrl, disposable } = this.options;
    const secrets = keepSecrets(dir);
    this.#secrets = secrets;
    if (databaseUrl) {
      this.#database = useServer(databaseUrl, secrets.LOGIN_SECRET);
    } else {
      await refuseTakenPorts(ports, ['postgres']);
      await step('Start PostgreSQL', async () => {
        this.#database = await startEmbedded(dir, ports.postgres, secrets.LOGIN_SECRET, disposable);
      });
      if (this.stopping) await this.#database?.stop();
    }
    await step('Migrate', () => bringUpToDate(this.database(), secrets.LOGIN_SECRET));
    if (await isEmpty(this.database().url)) {
      // Each comparison of a strong one is a third of a second of the processor, and tests sign in all the time.
      const quick: Record<string, string> = disposable ? { NODE_ENV: 'test', BCRYPT_COST: '4' } : {};
      const owner = { ...this.#portalEnv('owner'), ...quick };
      const admin = { ...this.#portalEnv('admin'), ...quick };
      await step('Seed the demo', () =>
        seedDemo({ databaseUrl: this.database().url, owner, admin, worker: this.#workerEnv() }),
      );
    }
  }

  #portalEnv(portal: Portal): Record<string, string> {
    const { ports, dev = false, settings, addresses } = this.options;
    if (!this.#secrets) throw new Error('the database comes first');
    const address = addresses?.[portal];
    return {
      ...portalEnv(portal, { ports, database: this.database(), secrets: this.#secrets, dev }),
      ...settings,
      ...(address !== undefined && { PORTAL_URL: address }),
    };
  }

  #workerEnv(): Record<string, string> {
    const { ports, dev = false } = this.options;
    return workerEnv(ports, this.database(), dev);
  }

  async start(): Promise<void> {
    const { ports, dev = false } = this.options;
    await refuseTakenPorts(ports, ['owner', 'admin', 'sandbox', 'smtp', 'worker']);
    const building = dev ? Promise.resolve() : step('Build both portals', () => build(this.#abort.signal));
    building.catch(() => undefined);
    await this.startDatabase();
    await building;
    if (this.stopping) return;
    await step('Start the sandbox', () => this.#startSandbox());
    await Promise.all([
      step('Start the worker', () => this.startWorker()),
      ...(['owner', 'admin'] as const).map((portal) =>
        step(`Start the ${portal} portal`, () => this.startPortal(portal)),
      ),
    ]);
  }

  async #startSandbox(): Promise<void> {
    const { dir, ports } = this.options;
    const child = startChild({
      name: 'The sandbox',
      file: inRoot('apps/sandbox/src/main.ts'),
      cwd: inRoot('apps/sandbox'),
      env: { SANDBOX_PORT: String(ports.sandbox), SANDBOX_SMTP_PORT: String(ports.smtp) },
      logFile: `${dir}/logs/sandbox.log`,
    });
    this.children.push(child);
    await untilAnswers(child, [`http://127.0.0.1:${ports.sandbox}/healthz`]);
  }

  /** The one of its port, or one more. */
  async startWorker(port = this.options.ports.worker): Promise<Child> {
    const { dir } = this.options;
    const child = startChild({
      name: 'The worker',
      file: inRoot('apps/worker/src/main.ts'),
      cwd: inRoot('apps/worker'),
      env: { ...this.#workerEnv(), WORKER_PORT: String(port) },
      logFile: `${dir}/logs/worker.log`,
    });
    this.children.push(child);
    await untilAnswers(child, [`http://127.0.0.1:${port}/readyz`]);
    return child;
  }

  async startPortal(portal: Portal, port = this.options.ports[portal]): Promise<Child> {
    const { dir, dev = false } = this.options;
    const child = startChild({
      name: `The ${portal} portal`,
      file: inRoot('apps', portal, 'server.ts'),
      args: dev ? ['--dev'] : [],
      nodeFlags: portalFlags,
      cwd: inRoot('apps', portal),
      env: { ...this.#portalEnv(portal), PORT: String(port) },
      logFile: `${dir}/logs/${portal}.log`,
      onTerminal: dev,
    });
    this.children.push(child);
    const at = `http://localhost:${port}`;
    await untilAnswers(child, [`${at}/readyz`, `${at}/signin`]);
    return child;
  }

  /** Portals first, then the worker, the sandbox, and Postgres. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stopAll();
    return this.#stopped;
  }

  async #stopAll(): Promise<void> {
    this.#abort.abort();
    const portals = this.children.filter(({ name }) => name.includes('portal'));
    await Promise.all(portals.map((child) => child.stop(12_000)));
    await Promise.all(this.children.filter(({ name }) => name === 'The worker').map((child) => child.stop(12_000)));
    await Promise.all(this.children.map((child) => child.stop(5_000)));
    await this.#database?.stop();
  }
}
