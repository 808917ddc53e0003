import { foreignKey, integer, jsonb, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { declaredSql } from '../declared-sql.ts';
import { closedFunctions } from '../doors/server-doors.ts';
import { type Declared, declaredTables } from '../schema/declaration.ts';
import { libraries } from '../schema/libraries.ts';
import { grantSql, grantsOf, policiesOf, policySql } from '../schema/protection.ts';
import { tenantTable } from '../schema/tenant-table.ts';
import { type TestDatabase, withTestDatabase } from '../testing/database.ts';
import { declaredBehaviours } from './behaviour.ts';
import { readCatalogue } from './catalogue.ts';
import { makePeople } from './people.ts';
import { brokenBehaviours, inProbe, type Probe } from './probe.ts';
import { brokenRules } from './rules.ts';

// A table that nobody lists anywhere: it stands in Postgres and in this file alone.
tenantTable(
  'unlisted',
  {
    libraryId: uuid('library_id').notNull(),
    code: text('code').notNull(),
    title: text('title').notNull(),
    note: text('note'),
    seats: integer('seats').notNull().default(1),
    tags: text('tags').array(),
    extras: jsonb('extras').$type<{ fan: boolean }>(),
    paise: integer('paise').notNull().default(0),
    version: integer('version').notNull().default(1),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  {
    tenant: { reads: 'own', adds: true, changes: { allBut: ['libraryId', 'paise', 'createdAt'] } },
    platform: { reads: 'all' },
    trail: { of: 'thing', keeps: { allBut: ['createdAt'] } },
    kept: 'as long as its tenant',
    sample: (n) => ({ code: `P-${n}`, title: `It's number ${n}`, tags: ['a', 'b c'], extras: { fan: true } }),
    keys: (t) => [
      unique('unlisted_tenant_id_code_key').on(t.tenantId, t.code),
      foreignKey({
        name: 'unlisted_library_fkey',
        columns: [t.tenantId, t.libraryId],
        foreignColumns: [libraries.tenantId, libraries.id],
      }),
    ],
  },
);

function declaredAs(name: string): Declared {
  const declared = declaredTables.get(name);
  if (!declared) throw new Error(`${name} is not declared`);
  return declared;
}

const unlisted = declaredAs('unlisted');
let statements: readonly string[];
let database: TestDatabase;

beforeAll(async () => {
  database = await withTestDatabase();
  await makePeople(database.sql);
  statements = await declaredSql([unlisted]);
});
afterAll(() => database.drop());

/** The table as it was declared, then what was done to it, then the question; all of it is undone. */
const withUnlisted = <T>(mistake: string, ask: (probe: Probe) => Promise<T>) =>
  inProbe(database.sql, async (probe) => {
    await probe.script(`set local role ss_owner; ${statements.join('\n')} reset role; ${mistake}`);
    return ask(probe);
  });

const brokenBy = (mistake: string) =>
  withUnlisted(mistake, (probe) => brokenBehaviours(probe, declaredBehaviours(unlisted)));

test('a table that is only declared stands, and every behaviour holds of it', async () => {
  expect(await brokenBy('')).toEqual([]);
  expect(
    await withUnlisted('', async (probe) => brokenRules(await readCatalogue(probe.reader, closedFunctions))),
  ).toEqual([]);
});

const claim = `current_setting('app.tenant_id')::uuid`;
const plainKey = `alter table libraries add constraint libraries_id_only unique (id);
  alter table unlisted drop constraint unlisted_library_fkey;
  alter table unlisted add constraint unlisted_library_fkey foreign key (library_id) references libraries (id)`;

// Each mistake, and the behaviour that it must fall to: no list is asked.
const mistakes: Readonly<Record<string, readonly [string, string]>> = {
  'FORCE off': ['alter table unlisted no force row level security', 'a claim reads its own rows alone'],
  'USING (true)': [
    `alter policy wall on unlisted using (true) with check (tenant_id = ${claim})`,
    'a claim reads its own rows alone',
  ],
  'CHECK (true)': ['alter policy wall on unlisted with check (true)', 'a claim adds under its own tenant alone'],
  'a grant on tenant_id': [
    'grant update (tenant_id) on unlisted to ss_tenant',
    'a claim changes its own rows alone, and no fixed column',
  ],
  'table-wide UPDATE': [
    'grant update on unlisted to ss_tenant',
    'a claim changes its own rows alone, and no fixed column',
  ],
  'DELETE granted': ['grant delete on unlisted to ss_tenant', 'nothing is deleted, emptied or locked'],
  'a plain foreign key': [plainKey, 'a row never hangs on another tenant'],
  'a unique key without the tenant': [
    'alter table unlisted drop constraint unlisted_tenant_id_code_key; alter table unlisted add unique (code)',
    'the same row may stand in two tenants',
  ],
  'a plan that keeps the claim it was made under': [
    `create function wall.kept_claim() returns uuid language sql immutable as $$ select ${claim} $$;
      grant execute on function wall.kept_claim() to public;
      alter policy wall on unlisted using (tenant_id = wall.kept_claim())`,
    'a kept plan follows the claim',
  ],
  'the restriction to one tenant gone': ['drop policy one_tenant on unlisted', 'one tenant is reached along an index'],
  'a key that is not there': [
    'alter table unlisted drop constraint unlisted_library_fkey',
    'a row never hangs on another tenant',
  ],
};

describe('a mistake in a table that nobody lists falls to a behaviour', () => {
  test.each(Object.entries(mistakes))('%s', async (_, [sql, behaviour]) => {
    const broken = await brokenBy(sql);
    expect(broken.map((line) => line.slice(0, line.indexOf(' (')))).toContain(`unlisted: ${behaviour}`);
  });
});

/** Grants and policies of a declaration that goes too far, in place of its table's. */
function redeclared(name: string, wider: Partial<Declared>): string {
  const { ss_tenant, ss_platform } = declaredAs(name).logins;
  const declared = {
    ...declaredAs(name),
    ...wider,
    logins: { ...(ss_tenant && { ss_tenant }), ...(ss_platform && { ss_platform }), ...wider.logins },
  };
  return [
    `do $$ declare p record; begin for p in select polname from pg_policy where polrelid = '${name}'::regclass loop
      execute format('drop policy %I on ${name}', p.polname); end loop; end $$;
      revoke all on ${name} from ss_tenant, ss_platform, ss_gate, ss_identity`,
    ...policiesOf(declared).map((policy) => policySql(name, policy)),
    ...grantsOf(declared).map((grant) => grantSql(name, grant)),
  ].join(';\n');
}

const own = { reads: 'own', adds: true } as const;
const byColumn = 'updates are granted by column, never of what stays';
const tooWide: Readonly<Record<string, readonly [string, Partial<Declared>, string]>> = {
  'tenant_id may change': [
    'unlisted',
    { logins: { ss_tenant: { ...own, changes: ['title', 'tenant_id'] } } },
    byColumn,
  ],
  'a plan limit may change': [
    'tenants',
    { logins: { ss_platform: { reads: 'all', adds: true, changes: ['name', 'max_libraries'] } } },
    byColumn,
  ],
  'money once written may change': ['unlisted', { logins: { ss_tenant: { ...own, changes: ['paise'] } } }, byColumn],
  'the hash of a body may change': [
    'idempotency_keys',
    { logins: { ss_tenant: { ...own, changes: ['response', 'body_hash'] } } },
    byColumn,
  ],
  'the platform writes what it only reads': [
    'unlisted',
    { logins: { ss_platform: { reads: 'all', adds: true, changes: ['title'] } } },
    'the platform writes few tables',
  ],
  'the gate reads a hash of a password': ['users', { gate: ['id', 'password_hash'] }, 'the gate reads listed columns'],
  'identity changes roles': [
    'memberships',
    { identity: { reads: ['id'], changes: ['role'] } },
    'identity changes copies and consent alone',
  ],
  'identity removes rows of tenants': [
    'memberships',
    { identity: { reads: ['id'], removes: true } },
    'nobody but owners deletes, truncates or hangs on',
  ],
  'everything that a tenant has is for everyone': [
    'unlisted',
    { logins: { ss_tenant: { reads: 'own and for everyone', adds: true, changes: ['title'] } } },
    'what holds for everyone is settings and flags',
  ],
  'a restriction that restricts nothing': [
    'memberships',
    { restrictions: [{ name: 'consent', on: 'insert', check: 'true' }] },
    'restrictions are the known ones',
  ],
};

describe('a declaration that is too wide falls to a rule', () => {
  test.each(Object.entries(tooWide))('%s', async (_, [name, wider, rule]) => {
    const broken = await withUnlisted(redeclared(name, wider), async (probe) =>
      brokenRules(await readCatalogue(probe.reader, closedFunctions)),
    );
    expect(broken.map((line) => line.slice(0, line.indexOf(' (')))).toContain(rule);
  });
});

afterAll(() => {
  process.stdout.write(
    `figures: a table on no list: ${Object.keys(mistakes).length} mistakes tried against its behaviours, ${Object.keys(tooWide).length} declarations that go too far against the rules\n`,
  );
});
