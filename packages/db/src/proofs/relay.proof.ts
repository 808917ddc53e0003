import { setTimeout as pause } from 'node:timers/promises';
import type { ReservedSql, Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import type { PostgresServer } from '../postgres-server.ts';
import { rawConnection } from '../raw-connection.ts';
import { PLATFORM_ID } from '../schema/platform.ts';
import { startTestCluster } from '../testing/cluster.ts';
import { edited } from '../testing/load-mutant.ts';
import { underClaim } from './under-claim.ts';

// What only shows where several write, relay and do jobs at once; each with the mistakes that must show in it.

// A cluster of its own: whoever writes in another database of it holds up the cursor of this one.
let cluster: PostgresServer;
let count = 0;
beforeAll(async () => {
  cluster = await startTestCluster();
  const admin = rawConnection(cluster.url);
  await admin.unsafe('create database base');
  await admin.end();
  await migrate({ url: urlOf('base'), secret: 'proofs', log: () => undefined });
});
afterAll(() => cluster.stop());

function urlOf(name: string): string {
  const url = new URL(cluster.url);
  url.pathname = `/${name}`;
  return url.href;
}

async function freshDatabase(): Promise<string> {
  const name = `ground_${++count}`;
  const admin = rawConnection(cluster.url);
  await admin.unsafe(`create database ${name} template base strategy file_copy`);
  await admin.end();
  return urlOf(name);
}

interface Ground {
  sql: Sql;
  tenant: string;
  /** The ids of the events that were told. */
  relay(most?: number): Promise<string[] | null>;
  happen(on?: Pick<Sql, 'unsafe'>): Promise<string>;
}

async function onGround(
  change: [from: string, to: string] | null,
  run: (ground: Ground) => Promise<void>,
): Promise<void> {
  const sql = rawConnection(await freshDatabase(), { max: 8 });
  try {
    if (change) {
      const [found] = await sql`select pg_get_functiondef('jobs.relay_batch'::regproc) as text`;
      await sql.unsafe(edited(String(found?.['text']), { file: 'jobs.relay_batch', from: change[0], to: change[1] }));
    }
    const [made] = await sql<{ id: string }[]>`
      insert into tenants (name, slug, email, status) values ('T', 't', 't@example.test', 'active') returning id`;
    const tenant = made?.id ?? '';
    await underClaim(
      sql,
      PLATFORM_ID,
      `select jobs.subscribe('[{"kind":"onTold","events":["proof.told"],"queue":"plain","ordered":true,"attempts":8}]')`,
    );
    await run({
      sql,
      tenant,
      async relay(most = 100) {
        const batch = await underClaim<{ news: { event: string }[] } | null>(
          sql,
          PLATFORM_ID,
          `select jobs.relay_batch(${most}) as value`,
        );
        return batch ? batch.news.map(({ event }) => event) : null;
      },
      async happen(on = sql) {
        const [row] = await on.unsafe<{ id: string }[]>(
          `insert into domain_events (tenant_id, name, subject_kind, subject_id)
            values ('${tenant}', 'proof.told', 'x', 'a') returning id`,
        );
        return row?.id ?? '';
      },
    });
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function slowly(sql: Sql, run: (writer: ReservedSql) => Promise<void>): Promise<void> {
  const writer = await sql.reserve();
  try {
    await writer`begin`;
    await run(writer);
    await writer`commit`;
  } finally {
    writer.release();
  }
}

async function untilOneWaits(sql: Sql): Promise<void> {
  while ((await sql`select from pg_locks where not granted`).length === 0) await pause(5);
}

const scenarios: Readonly<Record<string, (ground: Ground) => Promise<void>>> = {
  async 'a number that is written late is not skipped'({ sql, relay, happen }) {
    await happen();
    await relay();
    let late = '';
    await slowly(sql, async (writer) => {
      late = await happen(writer);
      const early = await happen();
      expect(await relay()).toEqual([early]);
      // Told once, however often it is looked at; those behind it as well.
      expect((await relay()) ?? []).toEqual([]);
      const next = await happen();
      expect(await relay()).toEqual([next]);
    });
    expect(await relay()).toEqual([late]);
    expect((await relay()) ?? []).toEqual([]);
  },
  async 'nor where batches are full'({ sql, relay, happen }) {
    await happen();
    await relay();
    let late = '';
    const told: string[] = [];
    const early: string[] = [];
    await slowly(sql, async (writer) => {
      for (let n = 0; n < 3; n++) early.push(await happen());
      late = await happen(writer);
      for (let n = 0; n < 6; n++) early.push(await happen());
      for (let n = 0; n < 4; n++) told.push(...((await relay(2)) ?? []));
    });
    for (let n = 0; n < 5; n++) told.push(...((await relay(2)) ?? []));
    expect([...told].sort()).toEqual([...early, late].sort());
    const both = [await happen(), await happen()];
    expect(await relay(2)).toEqual(both);
    await slowly(sql, async (writer) => {
      late = await happen(writer);
      await relay(2);
      await relay(2);
    });
    expect(await relay(2)).toEqual([late]);
  },
  async 'nor after a restart, when numbers of transactions mean nothing'({ sql, relay, happen }) {
    await happen();
    await relay();
    let late = '';
    await slowly(sql, async (writer) => {
      late = await happen(writer);
      const early = await happen();
      expect(await relay()).toEqual([early]);
      // As it would stand after a restart of a cluster that was restored: a mark of long ago.
      await sql`update job_relay set mark_epoch = mark_epoch - interval '1 day', mark_xmax = '3'`;
      expect((await relay()) ?? []).toEqual([]);
      expect((await relay()) ?? []).toEqual([]);
    });
    expect(await relay()).toEqual([late]);
  },
  async 'the cursor follows, and forgets what it has passed'({ sql, relay, happen }) {
    for (let n = 0; n < 5; n++) await happen();
    for (let n = 0; n < 3; n++) await relay();
    await happen();
    for (let n = 0; n < 3; n++) await relay();
    const [row] =
      await sql`select cursor = (select max(seq) from domain_events) as "isThere", cardinality(early) as early from job_relay`;
    expect(row).toEqual({ isThere: true, early: 0 });
    expect(await relay()).toBe(null);
  },
  async 'two at once relay nothing twice'({ sql, relay, happen }) {
    await happen();
    await slowly(sql, async (first) => {
      await first`select set_config('app.tenant_id', ${PLATFORM_ID}, true)`;
      await first`select jobs.relay_batch(100)`;
      const asked = relay();
      const answer = await Promise.race([asked, new Promise((done) => setTimeout(done, 300, 'waits'))]);
      expect(answer).toBe(null);
    });
    const [row] = await sql`select count(*)::int as n from jobs`;
    expect(row).toEqual({ n: 1 });
  },
  async 'the last of a lane does not end unseen'({ sql, tenant, relay }) {
    const lane = (on: Pick<Sql, 'unsafe'>) =>
      on.unsafe(
        `insert into domain_events (tenant_id, name, subject_kind, subject_id) values ('${tenant}', 'proof.told', 'x', 'lane 0')`,
      );
    await lane(sql);
    await relay();
    const claimed = `select row_to_json(c) as value from jobs.claim('plain', 9, 9, 9, null, interval '1 minute') c`;
    const { job } = (await underClaim<{ job: string }>(sql, PLATFORM_ID, claimed)) ?? { job: '' };
    await lane(sql);
    // Both at once: the relay is told to go on before the end of the first is committed.
    const relaying = await sql.reserve();
    await relaying`begin`;
    await relaying`select set_config('app.tenant_id', ${PLATFORM_ID}, true)`;
    await relaying`select jobs.relay_batch(100)`;
    const finishing = underClaim(sql, tenant, `select jobs.finish('${job}', 1) as value`);
    await Promise.race([finishing, untilOneWaits(sql)]);
    await relaying`commit`;
    relaying.release();
    await finishing;
    expect([...(await sql`select state from jobs`)]).toEqual([{ state: 'waiting' }]);
  },
};

const mistakes: ReadonlyArray<readonly [name: string, from: string, to: string, shows: keyof typeof scenarios]> = [
  [
    'the cursor goes to the newest',
    'moved := r.cursor;',
    'moved := top;',
    'a number that is written late is not skipped',
  ],
  [
    'the mark is forgotten',
    'pg_snapshot_xmin(seen) >= r.mark_xmax::xid8',
    'true',
    'a number that is written late is not skipped',
  ],
  ['early ones are told again', ' and e.seq <> all (r.early)', '', 'a number that is written late is not skipped'],
  [
    'a full batch is forgotten',
    'when full_batch then least(r.mark_seq, last) else r.mark_seq',
    'when full_batch then top + 9 else r.mark_seq',
    'nor where batches are full',
  ],
  [
    'the mark of a full batch goes too far',
    'case when full_batch then last\n',
    'case when full_batch then last + 9\n',
    'nor where batches are full',
  ],
  [
    'the mark is kept over a restart',
    'r.mark_epoch is distinct from epoch',
    'false',
    'nor after a restart, when numbers of transactions mean nothing',
  ],
  [
    'the cursor stands still',
    'set cursor = moved',
    'set cursor = r.cursor',
    'the cursor follows, and forgets what it has passed',
  ],
  ['two relay side by side', 'for update skip locked', 'for share', 'two at once relay nothing twice'],
  [
    'the last of a lane is not held',
    "j.lane is not null and j.state <> 'dead' order by j.seq desc limit 1 for share",
    "j.lane is not null and j.state <> 'dead' order by j.seq desc limit 1",
    'the last of a lane does not end unseen',
  ],
];

test.each(Object.entries(scenarios))('%s', (_, play) => onGround(null, play));

test.each(mistakes)('mutant: %s is found', async (_name, from, to, shows) => {
  const found = await onGround([from, to], async (ground) => scenarios[shows]?.(ground)).then(
    () => 'nothing was noticed',
    (error: Error) => error.name,
  );
  expect(found).not.toBe('nothing was noticed');
});
