import { randomUUID } from 'node:crypto';
import { and, eq, like, sql } from '@studyspot/db/query';
import { libraries } from '@studyspot/db/schema/libraries';
import { memberships, tenants } from '@studyspot/db/schema/tenants';
import { entryOf } from '@studyspot/db/testing/world';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { statusNow } from '../domains/tenants/tenant-row.ts';
import { withoutSeparators } from '../pattern.ts';
import { pick, seeded } from '../proofs/bad-values.ts';
import { openStage, type Stage } from '../testing/stage.ts';
import { has, listOf } from './list-of.ts';
import type { Page } from './page-of.ts';

const ROWS = 60;
const random = seeded(20_261_127);
const some = <T>(values: readonly T[]) => pick(random, values);
const days = ['2026-01-01 10:00:00.000001+00', '2026-01-01 10:00:00.000002+00', '2030-05-05 00:00:00+00', null];

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  const { sql: db } = stage.database;
  for (let n = 0; n < ROWS; n++) {
    await db`insert into tenants (name, slug, email, city, status, max_staff, trial_ends_at)
      values (${some(['aman', 'Aman', 'Zoya', 'zoya', 'आशा', 'Éva'])}, ${`listed-${n}`}, 'a@example.test',
        ${some(['Kota', 'kota', 'Ajmer', null, null])}, ${some(['trial', 'active', 'expired'])}, ${some([1, 2, 10, 20])},
        ${some(days)})`;
    for (const group of ['listed', 'leaving']) {
      const userId = randomUUID();
      const email = `${group}.${n}@example.test`;
      const [library, missing] = [some(stage.world.a.libraries), null];
      await db`insert into users (id, email, name) values (${userId}, ${email}, 'Listed')`;
      await db`insert into memberships (tenant_id, user_id, role, name, email, library_id)
        values (${stage.world.a.id}, ${userId}, 'staff', 'Listed', ${email}, ${some([library, missing])})`;
    }
  }
});
afterAll(() => stage.close());

interface Asked {
  cursor?: string | undefined;
  limit: number;
  descending: boolean;
}
type Reader = (asked: Asked) => Promise<Page<{ id: string }>>;

const share = sql<number>`nullif(${tenants.maxStaff}, 10)::numeric / 3`;

const ofTenants =
  (by: 'name' | 'city' | 'status' | 'share' | 'trialEndsAt'): Reader =>
  async ({ descending, ...rest }) =>
    (
      await stage.apps.admin.database.read(entryOf(stage.world.platform.super_admin), ({ db }) =>
        listOf(
          db,
          { ...rest, filters: { q: 'listed' }, sort: { by, descending } },
          {
            table: tenants,
            fields: { id: tenants.id },
            search: [tenants.slug],
            sorts: {
              share: { by: share, type: 'numeric', nullable: true },
              status: { by: statusNow, type: 'text', nullable: false },
            },
          },
        ),
      )
    ).result;

const ofMembers =
  (group: string): Reader =>
  async ({ descending, ...rest }) =>
    (
      await stage.apps.owner.database.read(entryOf(stage.world.a.owner), ({ db }) =>
        listOf(
          db,
          { ...rest, filters: { library: '' }, sort: { by: 'library', descending } },
          {
            table: memberships,
            fields: { id: memberships.id },
            joins: [
              {
                table: libraries,
                on: sql`${and(eq(libraries.tenantId, memberships.tenantId), eq(libraries.id, memberships.libraryId))}`,
                optional: true,
              },
            ],
            where: like(memberships.email, `${group}.%`),
            filters: { library: has(libraries.name) },
            sorts: { library: { by: sql`${libraries.name}`, type: 'text', nullable: true } },
          },
        ),
      )
    ).result;

const onTenants = "select id from tenants where slug like 'listed-%'";
const onMembers =
  "select m.id from memberships m left join libraries l on l.id = m.library_id where m.email like 'listed.%'";
const shown =
  "case when status <> 'expired' and status = 'trial' and trial_ends_at <= now() then 'expired' else status end";

// What each is held against: the whole, as Postgres sorts it, empty values last.
const lists: [what: string, read: Reader, whole: string, by: string, id: string][] = [
  ['a column', ofTenants('name'), onTenants, 'name', 'id'],
  ['a nullable column', ofTenants('city'), onTenants, 'city', 'id'],
  ['a nullable moment, finer than a Date', ofTenants('trialEndsAt'), onTenants, 'trial_ends_at', 'id'],
  ['an expression without a value at times', ofTenants('share'), onTenants, 'nullif(max_staff, 10)::numeric / 3', 'id'],
  ['the status as it is shown', ofTenants('status'), onTenants, shown, 'id'],
  ['a column of an optional join', ofMembers('listed'), onMembers, 'l.name', 'm.id'],
];

for (const descending of [false, true]) {
  test.each(lists)(
    `by %s, ${descending ? 'down' : 'up'}: all pages together are the whole, once`,
    async (_, read, whole, by, id) => {
      const order = descending ? 'desc' : 'asc';
      const rows = await stage.database.sql.unsafe(`${whole} order by ${by} ${order} nulls last, ${id} ${order}`);
      const wanted = rows.map((row) => row['id']);
      expect(wanted).toHaveLength(ROWS);
      for (const limit of [1, 7, 59, 60, 100]) {
        const seen: string[] = [];
        let page = await read({ limit, descending });
        const pages = [page];
        while (page.nextCursor !== null) {
          page = await read({ limit, descending, cursor: page.nextCursor });
          pages.push(page);
        }
        seen.push(...pages.flatMap(({ items }) => items.map((item) => item.id)));
        expect(seen, `pages of ${limit}`).toEqual(wanted);
        const back = page.items.map((item) => item.id);
        while (page.prevCursor !== null) {
          page = await read({ limit, descending, cursor: page.prevCursor });
          back.unshift(...page.items.map((item) => item.id));
        }
        expect(back, `back in pages of ${limit}`).toEqual(wanted);
      }
    },
  );
}

test('a row that a cursor names may vanish, and all after it too: the answer leads back', async () => {
  const { sql: db } = stage.database;
  const leaving = ofMembers('leaving');
  const first = await leaving({ limit: 50, descending: false });
  await db`delete from memberships where id = ${first.items.at(-1)?.id ?? ''}`;
  const rest = await leaving({ limit: 50, descending: false, cursor: first.nextCursor ?? '' });
  expect(rest.items).toHaveLength(10);
  await db`delete from memberships where id = any(${rest.items.map(({ id }) => id)})`;
  const beyond = await leaving({ limit: 50, descending: false, cursor: first.nextCursor ?? '' });
  expect(beyond).toMatchObject({ items: [], hasNext: false, hasPrev: true, total: 49 });
  const last = await leaving({ limit: 10, descending: false, cursor: beyond.prevCursor ?? '' });
  expect(last.items).toEqual(first.items.slice(39, 49));
  expect(last).toMatchObject({ hasNext: false, hasPrev: true });

  const second = await leaving({ limit: 20, descending: false, cursor: last.prevCursor ?? '' });
  await db`delete from memberships where id = any(${first.items.slice(0, 19).map(({ id }) => id)})`;
  const before = await leaving({ limit: 20, descending: false, cursor: second.prevCursor ?? '' });
  expect(before).toMatchObject({ items: [], hasNext: true, hasPrev: false, total: 30 });
  const start = await leaving({ limit: 20, descending: false, cursor: before.nextCursor ?? '' });
  expect(start).toMatchObject({ items: second.items, hasNext: true, hasPrev: false });

  await db`delete from memberships where email like 'leaving.%'`;
  const none = { items: [], nextCursor: null, prevCursor: null, total: 0 };
  expect(await leaving({ limit: 20, descending: false, cursor: start.nextCursor ?? '' })).toMatchObject(none);
});

const stored = { name: 'JPR-1 Malviya  Nagar', city: 'नई दिल्ली', phone: '+919876543210' };

const search = async (q: string): Promise<number> =>
  (
    await stage.apps.admin.database.read(entryOf(stage.world.platform.super_admin), ({ db }) =>
      listOf(
        db,
        { limit: 10, filters: { q }, sort: { by: 'name', descending: false } },
        {
          table: tenants,
          fields: { id: tenants.id },
          where: eq(tenants.slug, 'searched-for'),
          search: [tenants.name, tenants.city, tenants.phone],
        },
      ),
    )
  ).result.items.length;

test('what is searched for is found in any case and however its parts are separated, and nothing else is', async () => {
  await stage.database.sql`insert into tenants (name, slug, email, city, phone)
    values (${stored.name}, 'searched-for', 'a@example.test', ${stored.city}, ${stored.phone})`;
  const found = ['jpr 1', 'JPR1', 'jpr-1', 'Jpr – 1', 'malviyanagar', 'MALVIYA NAGAR', 'नई दिल्ली', 'नईदिल्ली', '-'];
  const phones = ['98765 43210', '98765-43210', '+91 98765 43210', '(98765) 43210', '9876543210', '९८७६५ ४३२१०'];
  for (const q of [...found, ...phones]) expect([q, await search(q)]).toEqual([q, 1]);
  for (const q of ['jpr 2', '98765 43211', '1 jpr', '%', '_', 'a%r', '–']) expect([q, await search(q)]).toEqual([q, 0]);

  for (let n = 0; n < 60; n++) {
    const characters = [...some(Object.values(stored))];
    const from = Math.floor(random() * characters.length);
    const piece = characters.slice(from, from + 1 + Math.floor(random() * 8));
    const typed = piece
      .map((one) => some([one.toUpperCase(), one.toLowerCase()]) + some(['', ' ', '-', ' – ']))
      .join('');
    if (withoutSeparators(typed) !== '') expect([typed, await search(typed)]).toEqual([typed, 1]);
  }
});
