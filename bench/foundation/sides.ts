import { type ChildProcess, type ForkOptions, fork, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import path from 'node:path';
import { rolesWith } from '@studyspot/api/permissions/table';
import { cookieNames, sealCookie } from '@studyspot/api/sign-in/cookie';
import { encode } from 'next-auth/jwt';
import { portalFlags } from '../../scripts/stack/portal-flags.ts';
import type { BenchDatabase } from './data.ts';
import type { Call, Order, Outcome } from './load.ts';
import type { RoundTripOrder } from './round-trips.ts';
import { path as listPath, permission } from './router.ts';
import type { ServerOrder } from './server.ts';

/** One way of answering the same list, in a process of its own. */
export interface Side {
  name: string;
  pid: number;
  go(seconds: number, mostCalls?: number): Promise<Outcome>;
  stop(): Promise<void>;
}

const ports = { ours: 4910, baseline: 4911 };
const callers = 16;
const fewerThan = 1_000_000;
const baselineFolder = path.join(import.meta.dirname, 'baseline-next');
const next = createRequire(import.meta.url).resolve('next/dist/bin/next');

const file = (name: string) => path.join(import.meta.dirname, name);

function start(module: string, options: ForkOptions = {}): ChildProcess {
  return fork(file(module), [], { ...options, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
}

async function ask<Answer>(child: ChildProcess, order: Order | RoundTripOrder | ServerOrder): Promise<Answer> {
  const answered = new AbortController();
  const gone = once(child, 'exit', { signal: answered.signal }).then(([code]) => {
    throw new Error(`A process of the bench ended with ${code}.`);
  });
  gone.catch(() => undefined);
  child.send(order);
  const [answer] = await Promise.race([once(child, 'message'), gone]);
  answered.abort();
  return answer as Answer;
}

function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error('A process of the bench did not start.');
  return child.pid;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  if (child.connected) child.disconnect();
  else child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 8_000);
  await ended;
  clearTimeout(late);
}

async function untilListening(port: number): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    const answered = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Nothing listens on port ${port}.`);
}

function overHttp(name: string, server: ChildProcess, order: Omit<Order, 'callers' | 'seconds' | 'maxCalls'>): Side {
  const generator = start('load.ts');
  return {
    name,
    pid: pidOf(server),
    go: (seconds, maxCalls = fewerThan) => ask<Outcome>(generator, { ...order, callers, seconds, maxCalls }),
    stop: async () => {
      await end(generator);
      await end(server);
    },
  };
}

/** Our own path, in one Node server; with a folder it writes a CPU profile there when it ends. */
export async function startOurs(database: BenchDatabase, profileFolder?: string): Promise<Side> {
  const port = ports.ours + (profileFolder === undefined ? 0 : 2);
  const profile = profileFolder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`];
  const execArgv = [...portalFlags, ...profile];
  const key = randomBytes(32).toString('hex');
  const server = start('server.ts', { execArgv, env: { ...process.env, NODE_ENV: 'production' } });
  await ask(server, { port, sessionKey: key, urls: { tenant: database.urls.tenant, auth: database.urls.auth } });
  const name = cookieNames('owner', true).session;
  const calls = database.visitors.map((visitor): Call => {
    const { session, secret, tenant, mark } = visitor;
    const value = sealCookie(key, { portal: 'owner', session, secret, tenant, library: null });
    return { cookie: `${name}=${value}`, tenant, mark };
  });
  return overHttp('ours', server, { port, method: 'POST', path: listPath, body: '{"limit":20}', calls });
}

export async function buildBaseline(): Promise<void> {
  const build = spawn(process.execPath, [next, 'build'], {
    cwd: baselineFolder,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  build.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const [code] = await once(build, 'exit');
  if (code !== 0) throw new Error(`The usual Next app did not build:\n${said}`);
}

/** (a) What most people build: next-auth's token, the filter by hand, a pool of ten. */
export async function startBaseline(database: BenchDatabase): Promise<Side> {
  const secret = randomBytes(32).toString('hex');
  const server = spawn(process.execPath, [next, 'start', '-H', '127.0.0.1', '-p', String(ports.baseline)], {
    cwd: baselineFolder,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      NEXTAUTH_SECRET: secret,
      DATABASE_URL: database.plain.url,
      DATABASE_SOCKET: database.plain.socket,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await untilListening(ports.baseline);
  const calls = await Promise.all(
    database.visitors.map(async ({ user, tenant, mark }): Promise<Call> => {
      const token = { sub: user, name: 'Asha Sharma', email: 'asha@example.in', tenantId: tenant, role: 'owner' };
      return { cookie: `next-auth.session-token=${await encode({ token, secret })}`, tenant, mark };
    }),
  );
  return overHttp('usual Next app', server, {
    port: ports.baseline,
    method: 'GET',
    path: '/api/items',
    body: '',
    calls,
  });
}

/** (b) The same round trips from the bare driver. */
export async function startRoundTrips(database: BenchDatabase): Promise<Side> {
  const child = start('round-trips.ts');
  const order = {
    url: database.urls.tenant.replace(/\?.*$/, ''),
    socket: database.plain.socket,
    slots: 8,
    calls: database.visitors.map(({ tenant, session, secretHash, mark }) => ({
      tenant,
      session,
      secretHash: Buffer.from(secretHash).toString('hex'),
      mark,
    })),
    gate: 'select * from wall.enter($1, $2, $3, $4, $5, $6, $7)',
    roles: `{${rolesWith(permission).join(',')}}`,
    permission,
  };
  return {
    name: 'bare round trips',
    pid: pidOf(child),
    go: (seconds, maxCalls = fewerThan) => ask<Outcome>(child, { ...order, seconds, maxCalls }),
    stop: () => end(child),
  };
}
