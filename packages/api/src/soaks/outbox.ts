import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { loginUrls } from '@studyspot/db/logins';
import { migrate } from '@studyspot/db/migrate';
import { rawConnection } from '@studyspot/db/raw-connection';
import { openWorkDatabase } from '@studyspot/db/tenancy/work-database';
import { Ground } from '@studyspot/db/testing/ground';

const EVENTS = 10_000;
const JOBS = 10_000;
const KILLS = 50;
const RESTARTS = 3;
const TENANTS = 6;
const SUBJECTS = 40;
const WRITERS = 16;
const OPEN_MS = 20_000;
const secret = 'the secret of a soak';
const most = { drainMs: 120_000 };

type Raw = ReturnType<typeof rawConnection>;

/** However often it is away. */
async function again<T>(what: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await what();
    } catch {
      await pause(50 + Math.random() * 100);
    }
  }
}

interface Order {
  events: number;
  jobs: number;
  kills: number;
  restarts: number;
  /** How long one transaction stays open beside all others. */
  openMs: number;
}

class Workers {
  readonly #all = new Set<ChildProcess>();
  readonly #url: string;
  kills = 0;

  constructor(url: string) {
    this.#url = url;
  }

  begin(clockMinutes: number): void {
    const child = fork(new URL('outbox-worker.ts', import.meta.url), [this.#url, String(clockMinutes)], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#all.add(child);
    child.once('exit', () => this.#all.delete(child));
  }

  /** One of them, at whatever it is doing; another takes its place. */
  kill(): void {
    const [victim] = [...this.#all].sort(() => Math.random() - 0.5);
    victim?.kill('SIGKILL');
    this.kills += 1;
    this.begin(this.kills % 3 === 0 ? 10 : 0);
  }

  async end(): Promise<void> {
    const ended = [...this.#all].map((child) => new Promise((done) => child.once('exit', done)));
    for (const child of this.#all) child.kill('SIGKILL');
    await Promise.all(ended);
  }
}

/** Events of a few subjects, by many writers at once: with pauses, savepoints and rollbacks, as verbs and mistakes make them. */
async function writeEvents(url: string, tenants: readonly string[], events: number): Promise<void> {
  let left = events;
  await Promise.all(
    Array.from({ length: WRITERS }, async () => {
      let sql = rawConnection(url);
      while (left > 0) {
        left -= 1;
        const tenant = tenants[Math.floor(Math.random() * tenants.length)] ?? '';
        const subject = `s${Math.floor(Math.random() * SUBJECTS)}`;
        // The plain client never answers on a connection that died: another takes its place.
        const isDone = await within(3_000, writeOne(sql, tenant, subject));
        if (isDone) continue;
        void sql.end({ timeout: 0 }).catch(() => undefined);
        await pause(200);
        sql = rawConnection(url);
      }
      await sql.end({ timeout: 1 }).catch(() => undefined);
    }),
  );
}

/** Its number is given out long before it can be seen; everybody else's is relayed meanwhile. */
async function writeSlowly(url: string, tenant: string, openMs: number): Promise<void> {
  const sql = rawConnection(url);
  await sql
    .begin(async (tx) => {
      await tx`insert into domain_events (tenant_id, name, subject_kind, subject_id)
        values (${tenant}, 'soak.happened', 'soak', 'slow')`;
      // Longer than a server lets a transaction stand still, so it says something now and then.
      for (let ms = 0; ms < openMs; ms += 500) {
        await tx`select 1`;
        await pause(500);
      }
    })
    .catch(() => undefined);
  void sql.end({ timeout: 0 }).catch(() => undefined);
}

async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  const late = new AbortController();
  const ended = work.then(
    () => true,
    () => false,
  );
  const isDone = await Promise.race([ended, pause(ms, false, { signal: late.signal }).catch(() => false)]);
  late.abort();
  return isDone;
}

class RolledBack extends Error {}

async function writeOne(sql: Raw, tenant: string, subject: string): Promise<void> {
  const write = (tx: Pick<Raw, 'unsafe'>) =>
    tx.unsafe(
      `insert into domain_events (tenant_id, name, subject_kind, subject_id) values ($1, 'soak.happened', 'soak', $2)`,
      [tenant, subject],
    );
  await sql
    .begin(async (tx) => {
      // As a verb does: whoever writes second about a subject waits for the first.
      await tx`select pg_current_xact_id()`;
      await tx`select pg_advisory_xact_lock(hashtext(${tenant + subject}))`;
      if (Math.random() < 0.1) {
        await tx
          .savepoint(async (inner) => {
            await write(inner);
            throw new RolledBack();
          })
          .catch(ignoreRollback);
      }
      await write(tx);
      if (Math.random() < 0.05) await pause(Math.random() * 40);
      if (Math.random() < 0.05) throw new RolledBack();
    })
    .catch(ignoreRollback);
}

function ignoreRollback(error: unknown): void {
  if (!(error instanceof RolledBack)) throw error;
}

/** What was added surely; of a lost answer nobody knows. */
async function addJobs(
  url: string,
  tenants: readonly string[],
  jobs: number,
): Promise<{ sure: string[]; maybe: string[] }> {
  const database = openWorkDatabase({ url });
  const sure: string[] = [];
  const maybe: string[] = [];
  for (let n = 0; n < jobs; n += 20) {
    const names = Array.from({ length: Math.min(20, jobs - n) }, () => randomUUID());
    const tenant = tenants[(n / 20) % tenants.length] ?? '';
    await database
      .ask(
        `select jobs.add('jobSoak','plain',null,null,jsonb_build_object('n', n),0,100,null,null,null) from unnest($1::text[]) n`,
        [`{${names.join(',')}}`],
        tenant,
      )
      .then(
        () => sure.push(...names),
        () => maybe.push(...names),
      );
  }
  await database.close();
  return { sure, maybe };
}

interface Verdict {
  passed: boolean;
  line: string;
}

async function judge(sql: Raw, added: { sure: string[]; maybe: string[] }): Promise<Verdict> {
  const [counted] = await sql`
    with wanted as (
      select k.kind, e.id::text as what from domain_events e, (values ('ordered'), ('plain')) k(kind)
        where e.name = 'soak.happened'
      union all select 'job', unnest(${added.sure}::text[])
    ), done as (select kind, what, count(*) as times from effects group by 1, 2)
    select count(*)::int as wanted, count(*) filter (where d.times is null)::int as missing,
        count(*) filter (where d.times > 1)::int as doubled
      from wanted w left join done d using (kind, what)`;
  const [stray] = await sql`
    select count(*)::int as count from effects e where e.kind = 'job'
      and e.what <> all (${added.sure}::text[]) and e.what <> all (${added.maybe}::text[])`;
  const [order] = await sql`
    select count(*)::int as wrong from (
      select e.seq, lag(e.seq) over (partition by e.tenant_id, e.subject_id order by f.nr) as before
        from effects f join domain_events e on e.id::text = f.what where f.kind = 'ordered') x where x.before > x.seq`;
  const [left] = await sql`select count(*)::int as count from jobs`;
  const { wanted, missing, doubled } = counted ?? {};
  const passed =
    missing === 0 && doubled === 0 && stray?.['count'] === 0 && order?.['wrong'] === 0 && left?.['count'] === 0;
  const line = `${wanted} effects wanted, ${missing} missing, ${doubled} doubled, ${stray?.['count']} stray, ${order?.['wrong']} out of order, ${left?.['count']} jobs left`;
  return { passed, line };
}

async function soak(ground: Ground, order: Order): Promise<Verdict> {
  await migrate({ url: ground.url, secret, log: () => undefined });
  let sql = rawConnection(ground.url);
  await sql.unsafe(`create table effects (tenant uuid not null default current_setting('app.tenant_id')::uuid,
    kind text not null, what text not null, nr bigint generated always as identity);
    grant insert on effects to ss_system`);
  const tenants = Array.from({ length: TENANTS }, () => randomUUID());
  for (const [n, id] of tenants.entries())
    await sql`insert into tenants (id, name, slug, email, status) values (${id}, ${`T${n}`}, ${`t-${n}`}, ${`t${n}@x.test`}, 'active')`;
  const { system } = loginUrls(ground.url, secret);
  const workers = new Workers(system);
  for (const minutes of [0, 0, 10]) workers.begin(minutes);
  try {
    for (let known = 0; known < 2; await pause(50)) {
      const [row] = await sql`select count(*)::int as n from job_subscribers`;
      known = Number(row?.['n']);
    }
    let isWriting = true;
    const writing = Promise.all([
      writeSlowly(ground.url, tenants[0] ?? '', order.openMs),
      writeEvents(ground.url, tenants, order.events),
      addJobs(system, tenants, order.jobs),
    ]).finally(() => {
      isWriting = false;
    });
    let restarts = 0;
    for (let n = 0; n < order.kills; n++) {
      await pause(isWriting ? 300 : 150);
      workers.kill();
      if (restarts < order.restarts && n >= ((restarts + 1) * order.kills) / (order.restarts + 1)) {
        await ground.restart(restarts % 2 === 1);
        restarts += 1;
        void sql.end({ timeout: 0 }).catch(() => undefined);
        sql = rawConnection(ground.url);
      }
    }
    const [, , added] = await writing;
    const drained = performance.now();
    const open = async () => Number((await again(() => sql`select count(*)::int as n from jobs`))[0]?.['n']);
    const unseen = async () => {
      const [row] = await again(
        () =>
          sql`select count(*)::int as n from domain_events e, job_relay r where e.seq > r.cursor and e.seq <> all (r.early)`,
      );
      return Number(row?.['n']);
    };
    while ((await open()) + (await unseen()) > 0 && performance.now() - drained < most.drainMs) await pause(200);
    const drainMs = performance.now() - drained;
    await workers.end();
    const { passed, line } = await judge(sql, added);
    return {
      passed: passed && workers.kills === order.kills && restarts === order.restarts,
      line: `${workers.kills} workers killed, ${restarts} restarts of PostgreSQL; ${line}; drained in ${(drainMs / 1000).toFixed(1)} s`,
    };
  } finally {
    await workers.end();
    await sql.end({ timeout: 1 }).catch(() => undefined);
  }
}

/** What the plain client throws past everyone when a server goes while it writes; the product holds none (see Slot). */
const ofThePlainClient = (error: Error) => {
  if (!/null \(reading 'write'\)|CONNECTION_DESTROYED/.test(error.message)) throw error;
};

/** Events and jobs while workers are killed, stand still, and PostgreSQL goes away: each effect once, in its order. */
export async function run({ scale }: { scale: number }): Promise<Verdict> {
  const part = (whole: number) => Math.max(1, Math.round(whole * scale));
  const ground = await Ground.open();
  process.on('uncaughtException', ofThePlainClient);
  try {
    return await soak(ground, {
      events: part(EVENTS),
      jobs: part(JOBS),
      kills: part(KILLS),
      restarts: part(RESTARTS),
      openMs: part(OPEN_MS),
    });
  } finally {
    process.off('uncaughtException', ofThePlainClient);
    await ground.close();
  }
}
