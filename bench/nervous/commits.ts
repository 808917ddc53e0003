import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dressDatabase, migrate } from '@studyspot/db/migrate';
import { migrationsFolder } from '@studyspot/db/migrations/files';
import { rawConnection } from '@studyspot/db/raw-connection';
import { startTestCluster } from '@studyspot/db/testing/cluster';
import { median } from '../foundation/measure.ts';

const WRITERS = 8;
/** The last level without a relay. */
const BEFORE = '0015';

const change = `update libraries set capacity = capacity % 1000 + 1, updated_at = now() where id = $1`;
const tell = `insert into domain_events (tenant_id, name, subject_kind, subject_id, after)
  values ($2, 'library.updated', 'library', $1, '{"capacity": 80, "version": 3, "name": "Gyan Reading Hall"}')`;

interface Ground {
  url: string;
  tenants: string[];
  libraries: string[];
}

async function ground(cluster: string, name: string, folder: string): Promise<Ground> {
  const admin = rawConnection(cluster);
  await admin.unsafe(`create database ${name}`);
  await dressDatabase(admin, name).catch(() => undefined);
  await admin.end();
  const url = new URL(cluster);
  url.pathname = `/${name}`;
  await migrate({ url: url.href, secret: 'bench', log: () => undefined, folder });
  const sql = rawConnection(url.href);
  const made = await sql<{ tenant: string; library: string }[]>`
    with t as (insert into tenants (name, slug, email, status)
      select 'T' || n, 't-' || n, 't@example.test', 'active' from generate_series(1, ${WRITERS}) n returning id)
    insert into libraries (tenant_id, name, code, address, city, state, pincode, capacity, hours)
      select id, 'Gyan Reading Hall', 'code', '12 Station Road', 'Jaipur', 'Rajasthan', '302001', 80,
        '[null, null, null, null, null, null, null]' from t returning tenant_id as tenant, id as library`;
  await sql.end();
  return { url: url.href, tenants: made.map(({ tenant }) => tenant), libraries: made.map(({ library }) => library) };
}

// As the handle sends what it sends often.
const prepared = { prepare: true };

/** Commits a second of writers that each keep to a library of their own. */
async function commits({ url, tenants, libraries }: Ground, withEvent: boolean, seconds: number): Promise<number> {
  const until = performance.now() + seconds * 1000;
  const counts = await Promise.all(
    libraries.map(async (library, n) => {
      const sql = rawConnection(url);
      let count = 0;
      while (performance.now() < until) {
        await sql.begin(async (tx) => {
          const sent = [
            tx.unsafe(change, [library], prepared),
            ...(withEvent ? [tx.unsafe(tell, [library, tenants[n] ?? ''], prepared)] : []),
          ];
          await Promise.all(sent);
        });
        count += 1;
      }
      await sql.end();
      return count;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0) / seconds;
}

/** What an event costs a commit, and what the relay's number and index cost beside that: in turns, on two databases of one server. */
export async function commitRatios({ quick }: { quick: boolean }): Promise<{ event: number; before: number }> {
  const old = mkdtempSync(join(tmpdir(), 'ss-old-'));
  for (const file of readdirSync(migrationsFolder))
    if (file.endsWith('.sql') && file.slice(0, 4) <= BEFORE) cpSync(join(migrationsFolder, file), join(old, file));
  const cluster = await startTestCluster();
  try {
    const now = await ground(cluster.url, 'bench_now', migrationsFolder);
    const then = await ground(cluster.url, 'bench_then', old);
    const seconds = quick ? 1 : 4;
    const rounds: { event: number; before: number }[] = [];
    for (let n = 0; n < (quick ? 2 : 7); n++) {
      const plain = await commits(now, false, seconds);
      const told = await commits(now, true, seconds);
      const toldThen = await commits(then, true, seconds);
      rounds.push({ event: told / plain, before: told / toldThen });
    }
    return { event: median(rounds.map(({ event }) => event)), before: median(rounds.map(({ before }) => before)) };
  } finally {
    await cluster.stop();
    rmSync(old, { recursive: true, force: true });
  }
}
