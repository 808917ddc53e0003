import { everyTable } from '../every-table.ts';
import { A, B } from './people.ts';
import { type Behaviour, must } from './probe.ts';
import { denied, logins } from './table-scene.ts';

const walls = (await everyTable()).filter(({ logins: may }) => 'ss_tenant' in may).length;

/** Each must be refused by the server to every login. */
export const closedStatements: ReadonlyArray<readonly [string, string]> = [
  ['set_config', `select set_config('app.tenant_id', '${B}', true)`],
  ['update pg_settings', `update pg_settings set setting = '${B}' where name = 'app.tenant_id'`],
  ['temporary table', 'create temporary table libraries (x int)'],
  ['table', 'create table public.fresh (x int)'],
  ['function', `create function public.fresh() returns int language sql as 'select 1'`],
  ['schema', 'create schema fresh'],
  ['DO', `do $$ begin perform 1; end $$`],
  ['activity', 'select * from pg_stat_activity'],
  ['backend queries', 'select pg_stat_get_backend_activity(1)'],
  ['cancel', 'select pg_cancel_backend(pg_backend_pid())'],
  ['terminate', 'select pg_terminate_backend(0)'],
  ['locks', 'select * from pg_locks'],
  ['prepared statements', 'select * from pg_prepared_statements'],
  ['cursors', 'select * from pg_cursors'],
  ['snapshot', 'select pg_export_snapshot()'],
  ['log message', `select pg_logical_emit_message(false, 'x', 'y')`],
  ['notify by function', `select pg_notify('x', 'y')`],
  ['sleep', 'select pg_sleep(0)'],
  ['sleep for', `select pg_sleep_for('0 s')`],
  ['advisory lock', 'select pg_advisory_lock(1)'],
  ['advisory lock of a transaction', 'select pg_advisory_xact_lock(1)'],
  ['advisory lock tried', 'select pg_try_advisory_xact_lock(1, 2)'],
  ['advisory unlock', 'select pg_advisory_unlock_all()'],
  ['large object made', 'select lo_create(0)'],
  ['large object from bytes', `select lo_from_bytea(0, '\\x00')`],
  ['large object opened', 'select lo_open(1, 131072)'],
  ['large object read', 'select loread(0, 1)'],
  ['large object written', `select lowrite(0, '\\x00')`],
  ['query inside text search', `select * from ts_stat('select 1')`],
  ['query inside xml', `select query_to_xml('select 1', true, true, '')`],
  ['table inside xml', `select table_to_xml('pg_class', true, true, '')`],
  ['file', `select pg_read_file('PG_VERSION')`],
  ['program', `copy (select 1) to program 'true'`],
  ['copy to a file', `copy (select 1) to '/tmp/x'`],
  ['role made', 'create role fresh'],
  ['become the owner', 'set role ss_owner'],
  ['become the gate', 'set role ss_gate'],
  ['become identity', 'set role ss_identity'],
  ['become the owner of jobs', 'set role ss_jobs'],
  ['own something', 'alter table public.libraries owner to current_user'],
  ['open a policy', 'alter policy wall on public.libraries using (true)'],
  ['close the wall', 'alter table public.libraries disable row level security'],
  ['bypass', 'alter role current_user bypassrls'],
  ['inherit', 'grant ss_owner to current_user'],
];

export const roleBehaviours: readonly Behaviour[] = [
  {
    name: 'the doors of the server are closed',
    async holds(probe) {
      for (const role of logins) {
        await probe.allowed(role, A, 'select now()', 1, 'asks the time');
        for (const [name, text] of closedStatements) await probe.refused(role, A, text, denied, name);
      }
    },
  },
  {
    name: 'rows stay hidden where row security is switched off',
    async holds(probe) {
      for (const role of ['ss_tenant', 'ss_platform'] as const) {
        await probe.scene(async () => {
          await probe.owner('set local row_security = off');
          await probe.refused(role, A, 'select * from public.libraries', denied, 'reads with row_security off');
        });
      }
    },
  },
  {
    name: 'locks belong to the claim',
    async holds(probe) {
      for (const [call, role] of [
        ['wall.lock', 'ss_tenant'],
        ['wall.try_lock', 'ss_platform'],
      ] as const) {
        await probe.scene(async () => {
          const count = async () => {
            const [row] = await probe.owner(`select count(*)::int as n from pg_locks where locktype = 'advisory'
              and pid = pg_backend_pid()`);
            return Number(row?.['n']);
          };
          const before = await count();
          for (const tenant of [A, A, B]) {
            const taken = await probe.as(role, tenant, `select ${call}('k')`);
            must(taken.ok, `control: ${role} takes a lock`);
          }
          must((await count()) - before === 2, `${call}: two tenants share a key`);
        });
        await probe.refused(role, null, `select ${call}('k')`, ['42704', '22P02'], 'a lock without a claim');
      }
      await probe.refused('ss_auth', A, `select wall.lock('k')`, denied, 'ss_auth takes a lock');
    },
  },
  {
    name: 'dropping what one owns takes nothing away',
    async holds(probe) {
      for (const role of logins) {
        await probe.scene(async () => {
          const dropped = await probe.as(role, A, 'drop owned by current_user');
          must(!dropped.ok, `${role} dropped what it holds`);
          const [row] = await probe.owner(`select count(*)::int as n from pg_policy where polname = 'wall'
            and (select oid from pg_roles where rolname = 'ss_tenant') = any (polroles)`);
          must(row?.['n'] === walls, 'policies are gone');
        });
      }
    },
  },
  {
    name: 'no setting waits for a login',
    async holds(probe) {
      await probe.allowed('ss_auth', null, 'select identity.level()', 1, 'reads the level');
      const answer = await probe.as('ss_auth', null, 'select identity.level()::text as level');
      must(answer.ok, 'a stored setting is in force');
    },
  },
];
