import { PLATFORM_ID } from '@studyspot/db/schema/platform';
import { Lost } from '@studyspot/db/tenancy/faults';
import { openPostDatabase, type PostDatabase } from '@studyspot/db/tenancy/post-database';
import { openWorkDatabase, type WorkDatabase } from '@studyspot/db/tenancy/work-database';
import { type TestDatabase, withTestDatabase } from '@studyspot/db/testing/database';
import { makeWorld, type World } from '@studyspot/db/testing/world';
import { isPermission, rolesWith } from '../permissions/table.ts';
import type { WorkExample } from '../testing/example.ts';
import type { Step } from '../work/say.ts';
import type { WorkServices } from '../work/services.ts';
import type { Said } from '../work/worker.ts';

class Killed extends Error {}

/** One job of a kind, laid as a worker finds it, in a world of its own. */
class Bench {
  readonly test: TestDatabase;
  readonly world: World;
  readonly database: WorkDatabase;
  readonly post: PostDatabase;
  readonly tenant: string;
  readonly job: string;
  attempt = 1;

  private constructor(test: TestDatabase, world: World, tenant: string, job: string) {
    this.test = test;
    this.world = world;
    this.tenant = tenant;
    this.job = job;
    this.database = openWorkDatabase({ url: test.urls.system });
    this.post = openPostDatabase({ url: test.urls.post });
  }

  static async lay(kind: string, said: Said, exampleOf: (world: World) => WorkExample): Promise<Bench> {
    const test = await withTestDatabase();
    const world = await makeWorld(test);
    const { event, payload = {}, under, laid: before = [], tenant: as } = exampleOf(world);
    for (const { table, row } of before) await test.sql`insert into ${test.sql(table)} ${test.sql(row)}`;
    if (as) await test.sql`update tenants set ${test.sql(as)} where id = ${world.a.id}`;
    const tenant = under === 'platform' ? PLATFORM_ID : world.a.id;
    const [told] = event
      ? await test.sql<{ id: string }[]>`
          insert into domain_events (tenant_id, name, subject_kind, subject_id, actor_id, before, after)
            values (${tenant}, ${event.name}, ${event.kind}, ${event.id}, ${event.actor ?? null},
              ${event.before ? test.sql.json(event.before as never) : null},
              ${event.after ? test.sql.json(event.after as never) : null}) returning id`
      : [];
    const [laid] = await test.sql<{ id: string }[]>`
      insert into jobs (for_tenant, queue, kind, event_id, payload, state, attempt, attempts, lease_until)
        values (${tenant}, ${said.queue}, ${kind}, ${told?.id ?? null}, ${test.sql.json(payload as never)}, 'running', 1, 100,
          now() + interval '1 hour') returning id`;
    return new Bench(test, world, tenant, laid?.id ?? '');
  }

  /** Ends at its n-th word to the database or to the outside, before it is spoken. */
  async perform(said: Said, { endAt = Number.POSITIVE_INFINITY, tenant = this.tenant } = {}): Promise<number> {
    let words = 0;
    const speak = () => {
      words += 1;
      if (words === endAt) throw new Killed();
    };
    const permission =
      said.says === 'job' && said.permission !== null && isPermission(said.permission) ? said.permission : null;
    const work = { tenant, job: this.job, attempt: this.attempt, roles: permission ? rolesWith(permission) : [] };
    const step: Step = async (verb, goesOn) => {
      speak();
      const result = await this.database.work(
        work,
        async (scope) => {
          const db = new Proxy(scope.db, {
            get(handle, name) {
              if (['select', 'insert', 'update', 'delete', 'run', 'record', 'lock', 'tryLock'].includes(String(name)))
                speak();
              const found: unknown = Reflect.get(handle, name);
              return typeof found === 'function' ? found.bind(handle) : found;
            },
          });
          return await verb({ ...scope, db });
        },
        goesOn,
      );
      return result;
    };
    const services: WorkServices = {
      ...{ urls: { owner: 'http://owner.test', admin: 'http://admin.test' }, arm: this.post.arm },
      mail: { send: async () => speak() },
    };
    await said.perform(step, { attempt: this.attempt, isLast: false, services });
    return words;
  }

  /** As when its worker has gone: another attempt. */
  async again(): Promise<void> {
    this.attempt += 1;
    await this.test
      .sql`update jobs set attempt = ${this.attempt}, lease_until = now() + interval '1 hour' where id = ${this.job}`;
  }

  /** How many rows stand in each table, and how many events of each name. A link is made for each sending of its letter. */
  async state(): Promise<string> {
    const { sql } = this.test;
    const tables = await sql<{ name: string }[]>`
      select table_name as name from information_schema.tables
        where table_schema = 'public' and table_type = 'BASE TABLE' and table_name !~ '^(domain_events|job_|one_time_tokens)' order by 1`;
    const counts = await Promise.all(
      tables.map(async ({ name }) => `${name} ${(await sql`select count(*)::int as n from ${sql(name)}`)[0]?.['n']}`),
    );
    const events = await sql<{ line: string }[]>`
      select tenant_id || ' ' || name || ' ' || count(*) as line from domain_events group by tenant_id, name order by 1`;
    // Worlds have other ids each.
    const known = new Map([
      [this.world.a.id, 'A'],
      [this.world.b.id, 'B'],
      [PLATFORM_ID, 'P'],
    ]);
    const lines = events.map(({ line }) => line.replace(/^\S+/, (id) => known.get(id) ?? 'other')).sort();
    return [...counts, ...lines].join('\n');
  }

  async close(): Promise<void> {
    await this.database.close();
    await this.post.close();
    await this.test.drop();
  }
}

async function onBench<T>(
  kind: string,
  said: Said,
  example: (world: World) => WorkExample,
  run: (bench: Bench) => Promise<T>,
): Promise<T> {
  const bench = await Bench.lay(kind, said, example);
  try {
    return await run(bench);
  } finally {
    await bench.close();
  }
}

const outcomeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Lost ? 'lost' : error instanceof Killed ? 'killed' : String(error)),
  );

/** What is wrong with a kind of work: done twice, ended in the middle of it, or done in the wrong tenant. */
export async function workFaults(kind: string, said: Said, example: (world: World) => WorkExample): Promise<string[]> {
  const faults: string[] = [];
  const { words, once } = await onBench(kind, said, example, async (bench) => {
    const before = await bench.state();
    const foreign = await outcomeOf(bench.perform(said, { tenant: bench.world.b.id }));
    if (foreign !== 'lost') faults.push(`in another tenant: ${foreign}`);
    if ((await bench.state()) !== before) faults.push('in another tenant: something changed');
    const spoken = await bench.perform(said);
    const after = await bench.state();
    const twice = await outcomeOf(bench.perform(said));
    if (twice !== 'lost') faults.push(`done again: ${twice}`);
    if ((await bench.state()) !== after) faults.push('done again: something changed');
    return { words: spoken, once: after };
  });
  for (let endAt = 1; endAt <= words; endAt++) {
    await onBench(kind, said, example, async (bench) => {
      const ended = await outcomeOf(bench.perform(said, { endAt }));
      if (ended !== 'killed') faults.push(`ended at word ${endAt}: ${ended}`);
      await bench.again();
      await bench.perform(said);
      if ((await bench.state()) !== once)
        faults.push(`ended at word ${endAt} and done again: not what it is otherwise`);
    });
  }
  return [...new Set(faults)];
}
