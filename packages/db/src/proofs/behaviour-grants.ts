import { tenantTables } from './behaviour-tables.ts';
import { A, B, member, P, person } from './people.ts';
import { type Behaviour, must } from './probe.ts';

const denied = ['42501'];
const logins = ['ss_tenant', 'ss_platform', 'ss_auth'] as const;
const memberLogins = ['ss_tenant', 'ss_platform'] as const;

const fixedColumns: Readonly<Record<string, readonly string[]>> = {
  tenants: ['id', 'kind', 'slug', 'plan', 'max_libraries', 'max_students', 'max_staff', 'created_at'],
  memberships: ['tenant_id', 'id', 'user_id', 'tenant_kind', 'library_id', 'accepted_at', 'name', 'email', 'phone'],
  libraries: ['tenant_id', 'id', 'created_at'],
  settings: ['tenant_id', 'key'],
  feature_flags: ['tenant_id', 'key'],
  domain_events: ['tenant_id', 'id', 'tx', 'name', 'subject_id', 'actor_id', 'before', 'after', 'occurred_at'],
  idempotency_keys: ['tenant_id', 'key', 'procedure', 'body_hash', 'created_at'],
};

export const grantBehaviours: readonly Behaviour[] = [
  {
    name: 'fixed columns stay',
    async holds(probe) {
      for (const role of memberLogins) {
        for (const [table, columns] of Object.entries(fixedColumns)) {
          for (const column of columns) {
            await probe.refused(
              role,
              A,
              `update ${table} set ${column} = ${column}`,
              denied,
              `${table}.${column} changed`,
            );
          }
        }
      }
      await probe.refused('ss_tenant', A, `update tenants set name = name`, denied, 'a tenant changes its own row');
      await probe.refused('ss_tenant', A, `update feature_flags set enabled = true`, denied, 'a tenant sets a flag');
      await probe.refused(
        'ss_tenant',
        A,
        `update memberships set department = null`,
        denied,
        'a tenant sets a department',
      );
    },
  },
  {
    name: 'nothing is deleted, emptied or hung on a table',
    async holds(probe) {
      for (const role of memberLogins) {
        for (const { name } of tenantTables) {
          await probe.refused(role, A, `delete from ${name}`, denied, `deletes from ${name}`);
          await probe.refused(role, A, `truncate ${name}`, denied, `truncates ${name}`);
          await probe.refused(role, A, `lock table ${name} in access exclusive mode`, denied, `locks ${name}`);
        }
      }
    },
  },
  {
    name: 'the trail chooses its own id, transaction and time',
    async holds(probe) {
      const insert = (column: string, value: string) =>
        `insert into domain_events (name, subject_kind, subject_id${column}) values ('a.b.c', 'x', 'y'${value})`;
      for (const role of memberLogins) {
        await probe.allowed(role, A, insert('', ''), 1, 'records an event');
        await probe.refused(role, A, insert(', id', ', uuidv7()'), denied, 'an id of its own');
        await probe.refused(role, A, insert(', tx', `, '1'`), denied, 'a transaction of its own');
        await probe.refused(role, A, insert(', occurred_at', ', now()'), denied, 'a time of its own');
      }
    },
  },
  {
    name: 'people, sessions and tokens are behind functions',
    async holds(probe) {
      for (const role of logins) {
        for (const table of ['public.users', 'public.sessions', 'public.one_time_tokens', 'wall.migrations']) {
          await probe.refused(role, A, `select * from ${table}`, denied, `reads ${table}`);
          await probe.refused(role, A, `select 1 from ${table}`, denied, `counts ${table}`);
        }
      }
      const hashes = await probe.as('ss_gate', A, 'select password_hash from public.users');
      must(!hashes.ok && hashes.code === '42501', 'the gate reads password hashes');
      const found = await probe.as('ss_owner', null, `update users set name = name where id = '${person('asha')}'`);
      must(found.ok && found.count === 1, 'control: a backfill of people changes them');
    },
  },
  {
    name: 'the auth login holds no table',
    async holds(probe) {
      for (const { name } of tenantTables) {
        await probe.refused('ss_auth', A, `select * from public.${name}`, denied, `ss_auth reads ${name}`);
        await probe.refused('ss_auth', P, `select * from public.${name}`, denied, `ss_auth reads ${name}`);
      }
      await probe.allowed('ss_auth', null, `select identity.find_login('asha@example.com')`, 1, 'finds a login');
    },
  },
  {
    name: 'new tables and functions are closed',
    async holds(probe) {
      for (const [owner, schema] of [
        ['ss_owner', 'public'],
        ['ss_gate', 'wall'],
        ['ss_identity', 'identity'],
      ] as const) {
        await probe.scene(async () => {
          await probe.owner(`grant create on schema ${schema} to ${owner}`);
          await probe.as(owner, null, `create table ${schema}.fresh_table (x int)`);
          const made = await probe.as(
            owner,
            null,
            `create function ${schema}.fresh() returns int language sql as 'select 1'`,
          );
          must(made.ok, 'control: the owner makes a function');
          for (const role of memberLogins) {
            await probe.refused(role, A, `select ${schema}.fresh()`, denied, `runs a fresh function of ${owner}`);
            await probe.refused(
              role,
              A,
              `select * from ${schema}.fresh_table`,
              denied,
              `reads a fresh table of ${owner}`,
            );
          }
        });
      }
    },
  },
  {
    name: 'identity functions change copies and consent alone',
    async holds(probe) {
      const set = (what: string) => `update public.memberships set ${what} where id = '${member('both', B)}'`;
      await probe.allowed('ss_identity', null, set(`name = 'n'`), 1, 'copies a name');
      const fixed = ['role', 'added', 'removed', 'library_id', 'tenant_id', 'user_id', 'removed_at', 'department'];
      for (const column of fixed) {
        await probe.refused('ss_identity', null, set(`${column} = ${column}`), denied, `identity changes ${column}`);
      }
      for (const table of ['libraries', 'settings', 'domain_events', 'idempotency_keys']) {
        await probe.refused('ss_identity', A, `select * from public.${table}`, denied, `identity reads ${table}`);
      }
      await probe.refused(
        'ss_identity',
        A,
        'update public.users set active = true',
        denied,
        'identity enables a person',
      );
      await probe.refused(
        'ss_identity',
        A,
        `update public.tenants set status = 'active'`,
        denied,
        'identity changes a tenant',
      );
    },
  },
  {
    name: 'the gate changes nothing',
    async holds(probe) {
      for (const table of ['users', 'sessions', 'tenants', 'memberships', 'libraries', 'domain_events']) {
        await probe.refused('ss_gate', A, `delete from public.${table}`, denied, `the gate deletes from ${table}`);
      }
      await probe.refused(
        'ss_gate',
        A,
        'update public.sessions set ended_at = null',
        denied,
        'the gate revives a session',
      );
    },
  },
  {
    name: 'an invitation counts once accepted',
    async holds(probe) {
      const insert = (accepted: string) => `insert into memberships (user_id, role, name, email, accepted_at)
        values ('${person('chief')}', 'staff', 'n', 'e', ${accepted})`;
      await probe.allowed('ss_tenant', A, insert('null'), 1, 'invites');
      await probe.refused('ss_tenant', A, insert('now()'), denied, 'an invitation that counts at once');
      await probe.refused('ss_platform', A, insert('now()'), denied, 'an invitation that counts at once');
      await probe.scene(async () => {
        const back = `update memberships set removed_at = null where id = '${member('gone', A)}'`;
        await probe.allowed('ss_tenant', A, back, 1, 'brings a leaver back');
        await probe.as('ss_tenant', A, back);
        const [row] = await probe.owner(`select accepted_at from memberships where id = '${member('gone', A)}'`);
        must(row?.['accepted_at'] === null, 'a leaver is back without consent');
      });
    },
  },
  {
    name: 'what holds for everyone can be read and not changed',
    async holds(probe) {
      for (const table of ['settings', 'feature_flags']) {
        const read = await probe.as('ss_tenant', A, `select 1 from ${table} where tenant_id = '${P}'`);
        must(read.ok && read.count === 1, `control: a tenant reads the platform's ${table}`);
      }
      const change = await probe.as('ss_tenant', A, `update settings set value = '0' where tenant_id = '${P}'`);
      must(change.ok && change.count === 0, "a tenant changes the platform's settings");
    },
  },
];
