import type { Sql } from 'postgres';
import { everyTable } from '../every-table.ts';
import { rawConnection } from '../raw-connection.ts';
import { PLATFORM_ID } from '../schema/platform.ts';
import { beginWithClaim } from '../tenancy/claim.ts';
import { withTestDatabase } from '../testing/database.ts';
import { insertText, withParents } from '../testing/samples.ts';
import { makeWorld, type World } from '../testing/world.ts';
import { seeded } from './random.ts';
import { type Ids, type Kind, kinds, parents, statement, walledTables } from './wall-statements.ts';

const statements = 20_000;
const perTransaction = 50;
const leastSuccess = 0.6;

interface Pass {
  sent: number;
  touched: number;
  foreign: number;
  changed: string[];
  /** The first statement that got at somebody else's rows. */
  leak: string | null;
  perKind: Map<Kind, { sent: number; touched: number }>;
}

function idsOf(world: World): Ids {
  const others = [world.b, world.c];
  return {
    own: world.a.id,
    foreign: [...others.map((tenant) => tenant.id), PLATFORM_ID],
    ownRows: world.a.ids,
    foreignRows: world.b.ids,
  };
}

/** What the statements' rows hang on. */
async function layParents(sql: Sql, tenant: string): Promise<void> {
  for (const table of await everyTable()) {
    if (table.wall !== 'tenant_id') continue;
    const texts = Array.from({ length: parents }, (_, n) =>
      withParents(table, n, tenant)
        .slice(0, -1)
        .map(({ declared, row }) => `${insertText(declared, row)} on conflict do nothing;`)
        .join(''),
    );
    await sql.unsafe(texts.join('')).simple();
  }
}

/** Of every row that is not the claimed tenant's. */
async function foreignChecksums(sql: Sql, own: string): Promise<Map<string, string>> {
  const sums = new Map<string, string>();
  for (const { name, tenant } of walledTables) {
    const [row] = await sql.unsafe(
      `select md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as sum from ${name} t where ${tenant} <> $1`,
      [own],
    );
    sums.set(name, String(row?.sum));
  }
  return sums;
}

function foreignIn(rows: readonly Record<string, unknown>[], own: string, everyone: boolean): number {
  const allowed = (id: unknown) => id === null || id === own || (everyone && id === PLATFORM_ID);
  const names = Object.keys(rows[0] ?? {}).filter((name) => name.startsWith('tenant_id'));
  return rows.filter((row) => names.some((name) => !allowed(row[name]))).length;
}

async function attack(
  login: Sql,
  ids: Ids,
  seed: number,
  count: number,
  stopAtLeak: boolean,
  pass: Pass,
): Promise<void> {
  const random = seeded(seed);
  for (let n = 0; n < count; n++) {
    if (n % perTransaction === 0) await login.unsafe(`${n > 0 ? 'commit; ' : ''}${beginWithClaim(ids.own, 'change')}`);
    const { kind, text, everyone } = statement(n, ids, random);
    const tally = pass.perKind.get(kind) ?? { sent: 0, touched: 0 };
    pass.perKind.set(kind, tally);
    tally.sent++;
    pass.sent++;
    const marked = login.unsafe('savepoint s').execute();
    const answer = await login.unsafe(text).then(
      (rows) => ({ rows, count: rows.count ?? rows.length }),
      () => null,
    );
    await marked;
    if (answer === null) await login.unsafe('rollback to savepoint s');
    else if (answer.count > 0) {
      tally.touched++;
      pass.touched++;
    }
    const found = answer ? foreignIn(answer.rows, ids.own, everyone) : 0;
    pass.foreign += found;
    if (found > 0) pass.leak ??= text;
    if (found > 0 && stopAtLeak) break;
  }
  await login.unsafe('commit');
}

/** The same statements on a fresh database; `opened` names a table whose wall is taken down first. */
async function onePass(seed: number, count: number, opened: string | null): Promise<Pass> {
  const test = await withTestDatabase();
  const login = rawConnection(test.urls.tenant);
  const pass: Pass = { sent: 0, touched: 0, foreign: 0, changed: [], leak: null, perKind: new Map() };
  try {
    const ids = idsOf(await makeWorld(test));
    await layParents(test.sql, ids.own);
    if (opened) await test.sql.unsafe(`alter policy wall on ${opened} using (true) with check (true)`);
    const before = await foreignChecksums(test.sql, ids.own);
    await attack(login, ids, seed, count, opened !== null, pass);
    const after = await foreignChecksums(test.sql, ids.own);
    pass.changed = [...before].filter(([table, sum]) => after.get(table) !== sum).map(([table]) => table);
    return pass;
  } finally {
    await login.end();
    await test.drop();
  }
}

export async function run(options: { scale: number; seed: number }): Promise<{ passed: boolean; line: string }> {
  const count = Math.ceil(statements * options.scale);
  const walled = await onePass(options.seed, count, null);
  const opened = seeded(options.seed).pick(walledTables).name;
  const open = await onePass(options.seed, count, opened);
  const share = walled.touched / walled.sent;
  const everyKind = kinds.every((kind) => kind === 'forbidden' || (walled.perKind.get(kind)?.touched ?? 0) > 0);
  const refusedAll = (walled.perKind.get('forbidden')?.touched ?? 0) === 0;
  const found = open.foreign > 0 || open.changed.length > 0;
  const perKind = kinds.map(
    (kind) => `${kind} ${walled.perKind.get(kind)?.touched ?? 0}/${walled.perKind.get(kind)?.sent ?? 0}`,
  );
  const passed =
    walled.foreign === 0 && walled.changed.length === 0 && share >= leastSuccess && everyKind && refusedAll && found;
  const line =
    `wall: ${walled.sent} statements, ${(share * 100).toFixed(0)}% touched rows (${perKind.join(', ')}): ${walled.foreign} foreign rows` +
    `${walled.leak ? ` (${walled.leak})` : ''}, ${walled.changed.length} changed foreign checksums; ` +
    `with the wall of ${opened} open: ${found ? `found after ${open.sent}` : 'NOT FOUND'}`;
  return { passed, line };
}
