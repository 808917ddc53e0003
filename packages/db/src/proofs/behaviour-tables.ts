import { A, B, libraryB, P, person } from './people.ts';
import { type Behaviour, must, type Probe, type Role } from './probe.ts';

interface TenantTable {
  name: string;
  column: 'id' | 'tenant_id';
  /** An update that the login in question may do. */
  tenantSets?: string;
  platformSets?: string;
}

export const tenantTables: readonly TenantTable[] = [
  { name: 'tenants', column: 'id', platformSets: 'version = version' },
  { name: 'memberships', column: 'tenant_id', tenantSets: 'version = version', platformSets: 'version = version' },
  { name: 'libraries', column: 'tenant_id', tenantSets: 'version = version' },
  { name: 'settings', column: 'tenant_id', tenantSets: 'version = version', platformSets: 'version = version' },
  { name: 'feature_flags', column: 'tenant_id', platformSets: 'version = version' },
  { name: 'domain_events', column: 'tenant_id' },
  { name: 'idempotency_keys', column: 'tenant_id', tenantSets: 'response = null', platformSets: 'response = null' },
];

const noClaim = ['42704', '22P02'];
const readers: readonly Role[] = ['ss_tenant', 'ss_platform', 'ss_owner'];

async function foreignRows(probe: Probe, role: Role, table: TenantTable, mayRead: readonly string[]): Promise<void> {
  const own = await probe.as(role, A, `select 1 from ${table.name} where ${table.column} = '${A}'`);
  must(own.ok && own.count > 0, `control: ${role} reads its own ${table.name}`);
  const list = [A, ...mayRead].map((tenant) => `'${tenant}'`).join(', ');
  const others = await probe.as(role, A, `select 1 from ${table.name} where ${table.column} not in (${list})`);
  must(others.ok && others.count === 0, `${role} reads foreign rows of ${table.name}`);
}

const forEveryone = (role: Role, table: string) =>
  role === 'ss_tenant' && (table === 'settings' || table === 'feature_flags') ? [P] : [];

const inserts: Record<string, (tenant: string) => string> = {
  memberships: (t) => `insert into memberships (tenant_id, user_id, role, name, email)
    values ('${t}', '${person('chief')}', 'staff', 'n', 'chief@example.com')`,
  libraries: (t) => `insert into libraries (tenant_id, name, code, address, city, state, pincode, capacity, hours)
    values ('${t}', 'n', 'fresh', 'a', 'c', 's', '1', 1, '[null,null,null,null,null,null,null]')`,
  settings: (t) => `insert into settings (tenant_id, key, value) values ('${t}', 'fresh', '1')`,
  feature_flags: (t) => `insert into feature_flags (tenant_id, key, enabled) values ('${t}', 'fresh', true)`,
  domain_events: (t) => `insert into domain_events (tenant_id, name, subject_kind, subject_id)
    values ('${t}', 'library.created', 'library', 'x')`,
  idempotency_keys: (t) =>
    `insert into idempotency_keys (tenant_id, key, procedure, body_hash) values ('${t}', 'fresh', 'p', '\\x00')`,
};

const inserters: ReadonlyArray<readonly [Role, readonly string[]]> = [
  ['ss_tenant', ['memberships', 'libraries', 'settings', 'domain_events', 'idempotency_keys']],
  ['ss_platform', ['memberships', 'settings', 'feature_flags', 'domain_events', 'idempotency_keys']],
  ['ss_owner', ['memberships', 'libraries', 'settings', 'feature_flags', 'domain_events', 'idempotency_keys']],
];

export const tableBehaviours: readonly Behaviour[] = [
  {
    name: 'a claim reads its own rows alone',
    async holds(probe) {
      for (const role of readers) {
        for (const table of tenantTables) await foreignRows(probe, role, table, forEveryone(role, table.name));
      }
    },
  },
  {
    name: 'a claim changes its own rows alone',
    async holds(probe) {
      for (const table of tenantTables) {
        const sets = { ss_tenant: table.tenantSets, ss_platform: table.platformSets };
        for (const role of ['ss_tenant', 'ss_platform'] as const) {
          if (!sets[role]) continue;
          const change = `update ${table.name} set ${sets[role]} where ${table.column}`;
          await probe.allowed(role, A, `${change} = '${A}'`, null, `changes ${table.name}`);
          const foreign = await probe.as(role, A, `${change} <> '${A}'`);
          must(foreign.ok && foreign.count === 0, `${role} changes foreign rows of ${table.name}`);
        }
      }
    },
  },
  {
    name: 'a claim writes under its own tenant alone',
    async holds(probe) {
      for (const [role, tables] of inserters) {
        for (const table of tables) {
          const insert = inserts[table];
          if (!insert) continue;
          await probe.allowed(role, A, insert(A), 1, `inserts into ${table}`);
          await probe.refused(role, A, insert(B), ['42501'], `row of another tenant into ${table}`);
        }
      }
    },
  },
  {
    name: 'a missing claim is an error',
    async holds(probe) {
      for (const role of readers) {
        for (const table of tenantTables) {
          await probe.refused(
            role,
            null,
            `select * from ${table.name}`,
            noClaim,
            `reads ${table.name} without a claim`,
          );
        }
      }
      for (const [role, tables] of inserters) {
        for (const table of tables) {
          const insert = inserts[table];
          if (insert) await probe.refused(role, null, insert(A), noClaim, `writes ${table} without a claim`);
        }
      }
    },
  },
  {
    name: 'the claim fills tenant_id',
    async holds(probe) {
      for (const [table, insert] of Object.entries(inserts)) {
        const plain = insert(A).replace('(tenant_id, ', '(').replace(`('${A}', `, '(');
        await probe.allowed('ss_owner', A, plain, 1, `inserts into ${table} without naming the tenant`);
      }
    },
  },
  {
    name: 'the platform reads what is declared and writes under its claim alone',
    async holds(probe) {
      for (const table of ['tenants', 'memberships', 'libraries', 'domain_events', 'feature_flags']) {
        await probe.scene(async () => {
          const all = await probe.as('ss_platform', P, `select 1 from ${table}`);
          const [count] = await probe.owner(`select count(*)::int as n from ${table}`);
          must(all.ok && all.count === count?.['n'], `control: the platform reads all of ${table}`);
        });
      }
      for (const table of ['settings', 'idempotency_keys']) {
        const foreign = await probe.as('ss_platform', P, `select 1 from ${table} where tenant_id <> '${P}'`);
        must(foreign.ok && foreign.count === 0, `the platform reads foreign ${table}`);
      }
      for (const table of ['memberships', 'feature_flags', 'settings']) {
        const foreign = await probe.as(
          'ss_platform',
          P,
          `update ${table} set version = version where tenant_id <> '${P}'`,
        );
        must(foreign.ok && foreign.count === 0, `the platform changes foreign ${table}`);
      }
      for (const table of ['memberships', 'settings', 'feature_flags', 'domain_events', 'idempotency_keys']) {
        const insert = inserts[table];
        if (insert)
          await probe.refused('ss_platform', P, insert(B), ['42501'], `the platform writes ${table} as a tenant`);
      }
      await probe.allowed(
        'ss_platform',
        P,
        `update tenants set version = version where id = '${B}'`,
        1,
        'changes a tenant',
      );
    },
  },
  {
    name: 'there is one platform and it stays active',
    async holds(probe) {
      const insert = (kind: string) => `insert into tenants (id, kind, name, slug, email, status)
        values (gen_random_uuid(), '${kind}', 'n', 'fresh', 'e', 'active')`;
      await probe.allowed('ss_platform', P, insert('library'), 1, 'makes a tenant');
      await probe.refused('ss_platform', P, insert('platform'), ['23505', '23514'], 'a second platform');
      const set = (what: string, tenant: string) => `update tenants set ${what} where id = '${tenant}'`;
      const suspend = `status = 'suspended', suspended_reason = 'r', suspended_at = now()`;
      await probe.allowed('ss_platform', P, set(suspend, A), 1, 'suspends a tenant');
      await probe.refused('ss_platform', P, set(suspend, P), ['23514'], 'the platform suspends itself');
      await probe.refused('ss_platform', P, set('deleted_at = now()', P), ['23514'], 'the platform removes itself');
    },
  },
  {
    name: 'leaves of the trail are closed',
    async holds(probe) {
      const leaves = await probe.owner(`select inhrelid::regclass::text as leaf from pg_inherits
        where inhparent = 'domain_events'::regclass`);
      must(leaves.length >= 4, 'the leaves are there');
      for (const role of ['ss_tenant', 'ss_platform'] as const) {
        for (const { leaf } of leaves) {
          await probe.refused(role, A, `select * from ${String(leaf)}`, ['42501'], `reads ${String(leaf)}`);
        }
      }
      for (const { leaf } of leaves) {
        const rows = await probe.as('ss_owner', A, `select * from ${String(leaf)} where tenant_id <> '${A}'`);
        must(rows.ok && rows.count === 0, `the owner reads ${String(leaf)} past the wall`);
      }
    },
  },
  {
    name: 'a row never hangs on another tenant',
    async holds(probe) {
      const insert = (library: string) => `insert into memberships (user_id, role, name, email, library_id)
        values ('${person('chief')}', 'staff', 'n', 'chief@example.com', ${library})`;
      await probe.allowed('ss_tenant', A, insert('null'), 1, 'invites');
      await probe.refused('ss_tenant', A, insert(`'${libraryB}'`), ['23503'], "a member of another tenant's library");
    },
  },
  {
    name: 'the same name may stand in two tenants',
    async holds(probe) {
      await probe.scene(async () => {
        for (const tenant of [A, B]) {
          for (const table of ['libraries', 'settings', 'idempotency_keys']) {
            const made = await probe.as('ss_tenant', tenant, inserts[table]?.(tenant) ?? '');
            must(made.ok, `${table}: one tenant's key is taken for another`);
            if (table !== 'libraries') continue;
            await probe.refused('ss_tenant', tenant, inserts[table]?.(tenant) ?? '', ['23505'], 'its own key twice');
          }
        }
      });
    },
  },
  {
    name: 'roles fit the kind of tenant',
    async holds(probe) {
      const insert = (kind: string, role: string) => `insert into memberships (tenant_kind, user_id, role, name, email)
        values ('${kind}', '${person('asha')}', '${role}', 'n', 'e')`;
      await probe.allowed('ss_platform', P, insert('platform', 'support'), 1, 'invites to the platform');
      await probe.refused('ss_platform', P, insert('platform', 'owner'), ['23514'], 'a business role on the platform');
      await probe.refused('ss_platform', B, insert('library', 'admin'), ['23514'], 'a platform role in a business');
      await probe.refused('ss_tenant', B, insert('platform', 'admin'), ['23503'], 'a business posing as the platform');
      const promote = `update memberships set role = 'super_admin' where role = 'owner'`;
      await probe.refused('ss_tenant', A, promote, ['23514'], 'an owner made super_admin');
    },
  },
  {
    name: 'lists run along an index',
    async holds(probe) {
      const lists = [
        ['libraries', 'name, id'],
        ['libraries', 'created_at, id'],
        ['memberships', 'name, id'],
      ] as const;
      // The tables are tiny: without these the planner would sort, index or not.
      await probe.script(
        'set local enable_seqscan = off; set local enable_bitmapscan = off; set local enable_sort = off',
      );
      for (const [table, order] of lists) {
        const plan = await probe.as('ss_tenant', A, `explain select * from ${table} order by ${order} limit 20`);
        const text = plan.ok ? plan.rows.map((row) => String(row['QUERY PLAN'])).join('\n') : '';
        must(text.includes('Index') && !text.includes('Sort'), `${table} by ${order} is sorted:\n${text}`);
      }
    },
  },
];
