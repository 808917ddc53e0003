import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { listLibraries } from '@studyspot/api/domains/libraries/list-libraries';
import { listLibrariesInput } from '@studyspot/api/domains/libraries/schema';
import type { ReadScope } from '@studyspot/api/procedures/builder';
import { sql } from '@studyspot/db/query';
import { runRead } from '@studyspot/db/tenancy/run-verb';
import { Slots } from '@studyspot/db/tenancy/slots';
import { type TestDatabase, withTestDatabase } from '@studyspot/db/testing/database';
import { entryOf, type Member, makeWorld } from '@studyspot/db/testing/world';
import { median, percentile } from '../foundation/measure.ts';

const largeRows = 60_000;
const smallTenants = 99;
const smallRows = 20;
const otherTexts = 500;
const bars = { buffers: 2, p95: 1.5 };

const asked = {
  list: {},
  newest: { sort: { by: 'createdAt', descending: true } },
  search: { filters: { q: 'nowhere' } },
  status: { filters: { status: 'inactive' } },
} as const;
type Shape = keyof typeof asked;
const shapes = Object.keys(asked) as Shape[];

async function fill({ sql: owner }: TestDatabase, tenant: string, rows: number): Promise<void> {
  await owner`
    insert into libraries (tenant_id, name, code, address, city, state, pincode, capacity, hours, created_at)
      select ${tenant}::uuid, 'Gyan Reading Hall ' || md5(n::text), 'code-' || n, '12 Station Road', 'Jaipur',
        'Rajasthan', '302001', 80, '[null, null, null, null, null, null, null]', now() - n * interval '97 seconds'
      from generate_series(1, ${rows}) n`;
}

async function addSmallTenants(test: TestDatabase): Promise<void> {
  for (let number = 0; number < smallTenants - 1; number++) {
    const tenant = randomUUID();
    await test.sql`insert into tenants (id, name, slug, email, status)
      values (${tenant}, ${`Small ${number}`}, ${tenant}, ${`small-${number}@example.test`}, 'active')`;
    await fill(test, tenant, smallRows);
  }
}

/** One connection, on which calls of several tenants follow each other. */
class Line {
  readonly slots: Slots;
  constructor(url: string) {
    this.slots = new Slots(url, 1);
  }

  async list(member: Member, shape: Shape): Promise<void> {
    const input = listLibrariesInput.parse(asked[shape]);
    await runRead(this.slots, entryOf(member), { deadlineMs: 30_000 }, (scope) =>
      listLibraries(scope as ReadScope, input),
    );
  }

  async text(member: Member, number: number): Promise<void> {
    const verb = ({ db }: { db: ReadScope['db'] }) => db.run(sql.raw(`select ${number} as n`));
    await runRead(this.slots, entryOf(member), { deadlineMs: 30_000 }, verb);
  }
}

async function blocksOf({ sql: owner }: TestDatabase): Promise<number> {
  const [found] = await owner`select heap_blks_hit + heap_blks_read + idx_blks_hit + idx_blks_read as blocks
    from pg_statio_user_tables where relname = 'libraries'`;
  return Number(found?.blocks);
}

/** The server's processes tell what they touched a second later, when they next come to rest. */
async function afterTelling(line: Line, member: Member): Promise<void> {
  await pause(1200);
  await line.text(member, 0);
  await pause(100);
}

async function buffersOf(test: TestDatabase, line: Line, member: Member, shape: Shape): Promise<number> {
  const calls = 100;
  await afterTelling(line, member);
  const before = await blocksOf(test);
  for (let i = 0; i < calls; i++) await line.list(member, shape);
  await afterTelling(line, member);
  return ((await blocksOf(test)) - before) / calls;
}

async function p95Of(line: Line, member: Member, shape: Shape, calls: number): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < calls; i++) {
    const began = performance.now();
    await line.list(member, shape);
    times.push(performance.now() - began);
  }
  return percentile(
    times.sort((a, b) => a - b),
    0.95,
  );
}

interface Compared {
  shape: Shape;
  buffers: [number, number];
  p95: [number, number];
}

async function compare(test: TestDatabase, lines: [Line, Line], member: Member, shape: Shape, calls: number) {
  const buffers = [await buffersOf(test, lines[0], member, shape), await buffersOf(test, lines[1], member, shape)];
  const times: [number[], number[]] = [[], []];
  // In turn, so that drift of the machine hits both.
  for (let round = 0; round < 7; round++) {
    for (const side of round % 2 === 0 ? [0, 1] : [1, 0]) {
      const line = lines[side];
      if (line) times[side]?.push(await p95Of(line, member, shape, calls));
    }
  }
  return { shape, buffers, p95: [median(times[0]), median(times[1])] } as Compared;
}

const ratio = ([alone, after]: [number, number]) => after / Math.max(alone, 0.01);

/** What a small tenant's lists cost on a connection whose plans a large tenant made, against one of its own. */
export async function run({ quick }: { quick: boolean }): Promise<{ passed: boolean; line: string }> {
  const [mixedCalls, timedCalls] = quick ? [2_000, 60] : [20_000, 200];
  const test = await withTestDatabase();
  try {
    const world = await makeWorld(test);
    const [large, small] = [world.a.owner, world.b.owner];
    await fill(test, world.a.id, largeRows);
    await fill(test, world.b.id, smallRows - world.b.libraries.length);
    await addSmallTenants(test);
    await test.sql`vacuum analyze`;
    const [alone, worn] = [new Line(test.urls.tenant), new Line(test.urls.tenant)];
    for (const shape of shapes) for (let i = 0; i < 7; i++) await worn.list(large, shape);
    for (let number = 1; number <= otherTexts; number++) await worn.text(large, number);
    for (let i = 0; i < mixedCalls; i++) await worn.list(i % 10 === 0 ? large : small, i % 2 === 0 ? 'list' : 'newest');
    for (const shape of shapes) for (let i = 0; i < 50; i++) await alone.list(small, shape);

    const all: Compared[] = [];
    for (const shape of shapes) all.push(await compare(test, [alone, worn], small, shape, timedCalls));
    for (const { shape, buffers, p95 } of all) {
      console.log(
        `${shape}: ${buffers.map((count) => count.toFixed(1)).join(' -> ')} buffers (${ratio(buffers).toFixed(2)} x), ` +
          `p95 ${p95.map((ms) => ms.toFixed(2)).join(' -> ')} ms (${ratio(p95).toFixed(2)} x)`,
      );
    }
    await alone.slots.close();
    await worn.slots.close();
    const most = (pick: (one: Compared) => [number, number]) => Math.max(...all.map((one) => ratio(pick(one))));
    const [buffers, p95] = [most((one) => one.buffers), most((one) => one.p95)];
    const passed = buffers <= bars.buffers && p95 <= bars.p95;
    const line =
      `unequal: a tenant of ${smallRows} rows after one of ${largeRows}, ${otherTexts} texts and ${mixedCalls} calls: ` +
      `at most ${buffers.toFixed(2)} x the buffers of alone (bar ${bars.buffers}) and ${p95.toFixed(2)} x its p95 ` +
      `(bar ${bars.p95}), ${passed ? 'passed' : 'MISSED'}`;
    return { passed, line };
  } finally {
    await test.drop();
  }
}
