import { randomBytes, randomUUID } from 'node:crypto';
import { hashSecret } from '@studyspot/api/sign-in/derive';
import { loginUrls } from '@studyspot/db/logins';
import { migrate } from '@studyspot/db/migrate';
import { startTestCluster } from '@studyspot/db/testing/cluster';
import postgres from 'postgres';
import { fillItems, indexItems, makeItems, markOf, TENANTS, wallItems } from './items.ts';
import { parentOf } from './measure.ts';

const databaseName = 'bench_foundation';
const loginSecret = 'only for the bench';

/** One signed-in owner of one tenant. */
export interface Visitor {
  tenant: string;
  user: string;
  session: string;
  secret: Uint8Array;
  secretHash: Uint8Array;
  mark: string;
}

export interface BenchDatabase {
  urls: ReturnType<typeof loginUrls>;
  /** Passes by the wall, as the application of most people does. */
  plain: { url: string; socket: string };
  visitors: Visitor[];
  serverPid: number;
  stop(): Promise<void>;
}

function makeVisitors(): Visitor[] {
  return Array.from({ length: TENANTS }, (_, number) => {
    const secret = randomBytes(32);
    return {
      tenant: randomUUID(),
      user: randomUUID(),
      session: randomUUID(),
      secret,
      secretHash: hashSecret(secret),
      mark: markOf(number),
    };
  });
}

async function addVisitor(sql: postgres.Sql, visitor: Visitor): Promise<void> {
  const { tenant, user, session, secretHash } = visitor;
  const name = `Owner of ${visitor.mark}`;
  const email = `owner-${tenant}@example.in`;
  await sql`insert into users (id, email, name, verified_at) values (${user}, ${email}, ${name}, now())`;
  await sql`insert into tenants (id, name, slug, email, status)
    values (${tenant}, ${`Library ${visitor.mark}`}, ${tenant}, ${email}, 'active')`;
  await sql`insert into memberships (tenant_id, user_id, role, name, email, accepted_at)
    values (${tenant}, ${user}, 'owner', ${name}, ${email}, now())`;
  // Hours instead of minutes: a session must not end in the middle of a round.
  await sql`insert into sessions (id, user_id, portal, seed, secret_hash, confirmed_at, access_ends_at, idle_days,
      idle_ends_at, ends_at, for_tenant)
    values (${session}, ${user}, 'owner', ${Buffer.from(randomBytes(32))}, ${Buffer.from(secretHash)}, now(),
      now() + interval '6 hours', 7, now() + interval '7 days', now() + interval '30 days', ${tenant})`;
}

export async function openBenchDatabase(): Promise<BenchDatabase> {
  const cluster = await startTestCluster({ shared_buffers: '256MB', max_wal_size: '2GB', autovacuum: 'off' });
  try {
    const server = new URL(cluster.url);
    server.pathname = `/${databaseName}`;
    const url = server.href;
    server.search = '';
    const plain = { url: server.href, socket: `${cluster.socketDirectory}/.s.PGSQL.${server.port || 5432}` };

    const admin = postgres(cluster.url.replace(/\?.*$/, ''), { path: plain.socket, max: 1 });
    await admin.unsafe(`create database ${databaseName}`);
    await admin.end();
    await migrate({ url, secret: loginSecret, log: () => undefined });

    const sql = postgres(plain.url, { path: plain.socket, max: 1, onnotice: () => undefined });
    // Half a million rows may take longer than a call ever may.
    await sql.unsafe('set statement_timeout = 0; set transaction_timeout = 0');
    const visitors = makeVisitors();
    await sql.unsafe(makeItems);
    await sql.unsafe('alter table bench_items owner to ss_owner');
    await sql.unsafe(fillItems, [`{${visitors.map((visitor) => visitor.tenant).join(',')}}`]);
    await sql.unsafe(indexItems);
    for (const statement of wallItems) await sql.unsafe(statement);
    for (const visitor of visitors) await addVisitor(sql, visitor);
    await sql.unsafe('vacuum analyze');
    const [backend] = await sql<[{ pid: number }]>`select pg_backend_pid() as pid`;
    const serverPid = parentOf(backend.pid);
    await sql.end();
    return { urls: loginUrls(url, loginSecret), plain, visitors, serverPid, stop: cluster.stop };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}
