import { randomUUID } from 'node:crypto';
import { sql } from '@studyspot/db/query';
import type { Member } from '@studyspot/db/testing/world';
import type { AnyTRPCProcedure } from '@trpc/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { AppError } from '../errors/app-error.ts';
import { line } from '../fields.ts';
import { publicProcedure } from '../procedures/public.ts';
import { router } from '../procedures/router.ts';
import { tenantProcedure } from '../procedures/tenant.ts';
import type { Meta } from '../procedures/trpc.ts';
import type { PortalName } from '../request.ts';
import { adminRouter, ownerRouter } from '../root.ts';
import type { Example, Side } from '../testing/example.ts';
import { headersOf, knownPassword, openTestServers, type TestServers } from '../testing/server.ts';
import { runBadInput, type Subject } from './bad-input.ts';
import { examples } from './examples.ts';
import { removedStudentOf, rowsOf, rowsUnder } from './sides.ts';

const EACH = 110;
let servers: TestServers;
let tables: string[];

beforeAll(async () => {
  servers = await openTestServers();
  const { sql: db } = servers.database;
  // All but what only ever grows.
  const found = await db`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name !~ '^(domain_events|idempotency_keys)'`;
  tables = found.map(({ name }) => String(name));
  await db`create schema kept`;
  for (const table of tables) await db`create table ${db(`kept.${table}`)} as table ${db(table)}`;
});
afterAll(() => servers.close());

async function restore(): Promise<void> {
  await servers.database.sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    for (const table of tables) {
      await tx`delete from ${tx(table)}`;
      await tx`insert into ${tx(table)} overriding system value select * from ${tx(`kept.${table}`)}`;
    }
  });
}

async function sides(portal: PortalName): Promise<{ actor: Member; side: Side; foreign: string[] }> {
  const { a, b, c, platform, suspended, deleted } = servers.world;
  const token = () =>
    Buffer.from(randomUUID() + randomUUID())
      .toString('base64url')
      .slice(0, 43);
  const tokens = { reset: token(), verify: token(), invite: token(), device: token(), email: token() };
  const isOwner = portal === 'owner';
  const side: Side = {
    tenantId: a.id,
    homeId: isOwner ? a.id : platform.id,
    row: await rowsOf(servers.database, a.id),
    noticeId: randomUUID(),
    memberId: isOwner ? a.staff.membershipId : platform.support.membershipId,
    invitedId: a.invited.membershipId,
    removedId: removedStudentOf(a),
    sessionId: randomUUID(),
    suspendedId: suspended.id,
    deletedId: deleted.id,
    tokens,
    password: knownPassword,
  };
  const own = isOwner ? [a.libraries[1], a.manager.membershipId] : [c.id, platform.analyst.membershipId];
  const foreign = [
    ...(await rowsUnder(servers.database, b.id)).map(({ id }) => id),
    b.id,
    b.staff.membershipId,
    b.invited.membershipId,
    b.idempotencyKey,
    b.owner.userId,
  ];
  const sessions = [b.owner.session.id, platform.super_admin.session.id, platform.id];
  return { actor: isOwner ? a.owner : platform.super_admin, side, foreign: [...foreign, ...sessions, ...own] };
}

type Walkable = Parameters<TestServers['start']>[1];

function subjectsOf(root: Walkable, given: ReadonlyMap<string, Example>): Subject[] {
  return Object.entries<AnyTRPCProcedure>(root._def.procedures).map(([path, procedure]) => {
    const example = given.get(path);
    if (!example) throw new Error(`${path} has no example`);
    return { path, schema: (procedure._def.meta as Meta).input, example };
  });
}

const roots = { owner: ownerRouter, admin: adminRouter };

test.each(['owner', 'admin'] as const)('%s: no bad input gets a 5xx, a leak or no answer', async (portal) => {
  const server = await servers.start(portal, roots[portal], { LOG_LEVEL: 'error' });
  const subjects = subjectsOf(roots[portal], examples[portal]);
  const parts = {
    server,
    world: servers.world,
    ...(await sides(portal)),
    subjects,
    each: EACH,
    hangMs: 10_000,
    restore,
  };
  const report = await runBadInput({ ...parts, seed: 20_261_121 });
  const { procedures, calls, past, fewest, fewestPast, byNumber, failures, leaks, hangs } = report;
  console.log(
    `figures: bad input, ${portal}: ${procedures} procedures, ${calls} calls (at least ${fewest} each), ${past} past the schema ` +
      `(at least ${fewestPast} each), ${failures.length} of 5xx, ${leaks.length} leaks, ${hangs.length} hangs; ` +
      `answers by number ${JSON.stringify(byNumber)}`,
  );
  if (failures.length > 0) console.log(server.lines.slice(0, 3).join(''));
  expect({ failures: failures.slice(0, 10), leaks: leaks.slice(0, 10), hangs: hangs.slice(0, 10) }).toEqual({
    failures: [],
    leaks: [],
    hangs: [],
  });
  expect(fewest).toBeGreaterThanOrEqual(200);
  expect(fewestPast * 2).toBeGreaterThanOrEqual(fewest);
});

test('huge batches of every procedure are refused or answered', async () => {
  const server = await servers.start('owner', ownerRouter, { LOG_LEVEL: 'error' });
  for (const path of Object.keys(ownerRouter._def.procedures)) {
    for (const count of [10, 11, 500]) {
      const url = `${server.url}/api/trpc/${Array(count).fill(path).join(',')}?batch=1`;
      const answer = await fetch(url, { method: 'POST', headers: headersOf(null), body: '{"0":[],"99":{}}' });
      expect(answer.status, `${path} x ${count}`).toBeLessThan(500);
    }
  }
});

const input = z.object({ id: z.guid(), text: line(1_000) });
const example: Example = { who: 'anyone', input: () => ({ id: randomUUID(), text: 'plain' }) };
const done = z.object({ done: z.boolean() });

// Each a mistake that this proof exists to find.
const mutants: [name: 'failures' | 'leaks' | 'hangs', what: string, root: Walkable][] = [
  [
    'failures',
    'text reaches a query as a number',
    router({
      planted: tenantProcedure('libraries:read')
        .input(input)
        .output(done)
        .reads(async (_scope, { text }) => {
          if (text.includes("'")) throw new Error('syntax error at or near');
          return { done: true };
        }),
    }),
  ],
  [
    'failures',
    'a missing column is asked for',
    router({
      planted: tenantProcedure('libraries:read')
        .input(input)
        .output(done)
        .reads(async ({ db }) => {
          await db.run(sql`select missing from libraries`);
          return { done: true };
        }),
    }),
  ],
  [
    'leaks',
    'the cause is handed out',
    router({
      planted: publicProcedure
        .input(input)
        .output(done)
        .reads(async (_scope, { text }) => {
          throw new AppError('validation', { details: { why: `insert into users values (${text})` } });
        }),
    }),
  ],
  [
    'hangs',
    'a verb that waits for ever',
    router({
      planted: publicProcedure
        .input(input)
        .output(done)
        .reads(async (_scope, { text }) => {
          if (text === '%') await new Promise(() => undefined);
          return { done: true };
        }),
    }),
  ],
];

test.each(mutants)('mutant, %s: %s is found', async (kind, _what, root) => {
  const server = await servers.start('owner', root, { LOG_LEVEL: 'silent' });
  const subjects = subjectsOf(root, new Map([['planted', example]]));
  const parts = {
    server,
    world: servers.world,
    ...(await sides('owner')),
    subjects,
    each: EACH,
    hangMs: 1_500,
    restore,
  };
  expect((await runBadInput({ ...parts, seed: 1 }))[kind]).not.toEqual([]);
});
