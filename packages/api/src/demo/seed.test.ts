import { type TestDatabase, withTestDatabase } from '@studyspot/db/testing/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoTenants } from './libraries.ts';
import { isEmpty, seedDemo } from './seed.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await withTestDatabase();
});
afterAll(() => database.drop());

test('the demo is built by the verbs, with everyone who can sign in and no session left behind', async () => {
  const { urls, ownerUrl } = database;
  const settings = {
    NODE_ENV: 'test',
    PORTAL_URL: 'http://localhost:3000',
    DATABASE_URL_AUTH: urls.auth,
    SESSION_KEY: 's'.repeat(32),
    SECRET_KEY: 'k'.repeat(32),
    PASSWORD_KEY: 'p'.repeat(32),
    MAIL_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'StudySpot <hello@studyspot.com>',
    BCRYPT_COST: '4',
  };
  expect(await isEmpty(ownerUrl)).toBe(true);
  await seedDemo({
    databaseUrl: ownerUrl,
    owner: { ...settings, DATABASE_URL_TENANT: urls.tenant },
    admin: { ...settings, DATABASE_URL_PLATFORM: urls.platform },
    worker: {
      ...settings,
      ...{ DATABASE_URL_SYSTEM: urls.system, DATABASE_URL_POST: urls.post },
      ...{ OWNER_URL: 'http://localhost:3000', ADMIN_URL: 'http://localhost:3001' },
    },
  });
  expect(await isEmpty(ownerUrl)).toBe(false);
  const { sql } = database;
  const plans = await sql`select name, plan from tenants where kind = 'library' order by name`;
  expect(plans.map((row) => row['plan'])).toEqual(['professional', 'free', 'starter']);
  const [libraries] = await sql`select count(*)::int as all, count(distinct city)::int as cities from libraries`;
  expect(libraries).toMatchObject({ all: demoTenants.flatMap((tenant) => tenant.libraries).length, cities: 5 });
  const [twice] = await sql`select count(*)::int as tenants from memberships where email = 'pooja.verma@example.in'`;
  expect(twice?.['tenants']).toBe(2);
  const months = await sql`select distinct to_char(occurred_at, 'YYYY-MM') as month from domain_events`;
  expect(months.length).toBeGreaterThan(4);
  const [unordered] = await sql`select count(*)::int as n from (
    select occurred_at, lag(occurred_at) over (order by id) as before from domain_events) x where before > occurred_at + interval '1 second'`;
  expect(unordered).toEqual({ n: 0 });
  // What a timeline tells leads to what the record shows.
  const last = await sql`
    select distinct on (l.id) l.capacity, (e.after ->> 'capacity')::int as told from libraries l
      join domain_events e on e.subject_id = l.id::text and e.after ? 'capacity' order by l.id, e.id desc`;
  expect(last.every((row) => row['capacity'] === row['told'])).toBe(true);
  const [waiting] = await sql`select count(*)::int as n from jobs`;
  expect(waiting).toEqual({ n: 0 });
  const [open] = await sql`select count(*)::int as all from sessions where ended_at is null`;
  expect(open?.['all']).toBe(0);
});
