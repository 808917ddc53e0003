import { existsSync, rmSync } from 'node:fs';
import { demoSignIns } from '../../packages/api/src/demo/sign-ins.ts';
import { PlainError } from '../stack/plain-error.ts';
import { endedTooSoon } from '../stack/portals.ts';
import { inRoot } from '../stack/root.ts';
import { loadEnvFile, portsFromEnv } from '../stack/settings.ts';
import { Stack } from '../stack/stack.ts';
import { seconds } from '../stack/steps.ts';

const begun = performance.now();
const what = process.argv[2] ?? 'start';

loadEnvFile();
const dir = inRoot('.studyspot');
const ports = portsFromEnv();
const stack = new Stack({ dir, ports, databaseUrl: process.env.DATABASE_URL, dev: what === 'dev' });

async function leave(code: number): Promise<never> {
  if (stack.stopping) return new Promise(() => undefined);
  await stack.stop();
  process.exit(code);
}

function onSignal(): void {
  if (!stack.stopping) console.log('\nStopping…');
  void leave(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
process.on('disconnect', onSignal);
// A closed terminal must not keep us from stopping the rest.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

function clearDemo(): void {
  if (process.env.DATABASE_URL) {
    throw new PlainError(
      'reset clears only the PostgreSQL that comes along: empty the one behind DATABASE_URL yourself.',
    );
  }
  if (existsSync(`${dir}/postgres/postmaster.pid`)) {
    throw new PlainError('StudySpot is running, or was killed and has not yet come down: stop it first, then reset.');
  }
  rmSync(`${dir}/postgres`, { recursive: true, force: true });
}

function printAddresses(): void {
  const line = (name: string, port: number) => console.log(`  ${name.padEnd(14)} http://localhost:${port}`);
  console.log(`\nStudySpot runs (${seconds(performance.now() - begun)}).\n`);
  line('Owner portal', ports.owner);
  for (const { email, password, about } of demoSignIns.owner) console.log(`      ${email} / ${password}  (${about})`);
  line('Admin portal', ports.admin);
  for (const { email, password, about } of demoSignIns.admin) console.log(`      ${email} / ${password}  (${about})`);
  line('Mailbox', ports.sandbox);
  console.log(`\nLogs are in .studyspot/logs. Ctrl-C stops it.`);
}

try {
  if (what === 'reset') {
    clearDemo();
    await stack.startDatabase();
    console.log('\nThe demo is fresh: npm start shows it.');
    await leave(0);
  }
  await stack.start();
  if (!stack.stopping) printAddresses();
  const first = await Promise.race([
    ...stack.children.map((child) => child.exited.then(() => child)),
    stack.database().ended.then(() => null),
  ]);
  if (!stack.stopping) throw first ? endedTooSoon(first) : new PlainError('PostgreSQL ended by itself.');
} catch (error) {
  if (!stack.stopping) {
    console.error(error instanceof PlainError ? `\n${error.message}` : error);
    await leave(1);
  }
}
