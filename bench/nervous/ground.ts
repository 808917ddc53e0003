import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { PortalName } from '@studyspot/api/request';
import { settingsOf } from '@studyspot/api/testing/server';
import { type TestDatabase, withTestDatabase } from '@studyspot/db/testing/database';

/** A migrated database with tenants and a table that effects are written to. */
export async function openGround(tenants: number): Promise<{ test: TestDatabase; tenants: string[] }> {
  const test = await withTestDatabase();
  const ids = Array.from({ length: tenants }, () => randomUUID());
  for (const [n, id] of ids.entries())
    await test.sql`insert into tenants (id, name, slug, email, status)
      values (${id}, ${`Tenant ${n}`}, ${id}, ${`t${n}@example.test`}, 'active')`;
  await test.sql`create table effects (tenant uuid not null default current_setting('app.tenant_id')::uuid,
    what text not null, asked timestamptz, at timestamptz not null default clock_timestamp())`;
  await test.sql`grant insert on effects to ss_system`;
  return { test, tenants: ids };
}

export interface Child {
  process: ChildProcess;
  /** What it said when it was up. */
  said: string;
  end(): Promise<void>;
}

/** A process of its own, once it says that it is up. */
export async function child(file: string, args: readonly string[]): Promise<Child> {
  const started = fork(new URL(file, import.meta.url), args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [said] = await once(started, 'message');
  return {
    process: started,
    said: String(said),
    async end() {
      const ended = once(started, 'exit');
      started.kill('SIGTERM');
      await ended;
    },
  };
}

export const countOf = async ({ sql }: TestDatabase, from: string): Promise<number> =>
  Number((await sql.unsafe(`select count(*)::int as n from ${from}`))[0]?.['n']);

const WORKERS = 2;

export async function workersOf(test: TestDatabase, kind: 'ours' | 'theirs', count = WORKERS) {
  const url = kind === 'ours' ? test.urls.system : test.ownerUrl;
  const all = await Promise.all(Array.from({ length: count }, () => child(`${kind}.ts`, [url])));
  return { all, end: () => Promise.all(all.map((one) => one.end())) };
}

export const portalOf = (test: TestDatabase, portal: PortalName) =>
  child('portal.ts', [JSON.stringify({ ...settingsOf(portal, test.urls), LOG_LEVEL: 'warn' })]);

/** Until the workers say what they listen to. */
export async function known(test: TestDatabase): Promise<void> {
  while ((await countOf(test, 'job_subscribers')) === 0) await pause(20);
}
