import { A, member, person } from './people.ts';
import { type Behaviour, must } from './probe.ts';
import { denied, logins, memberLogins } from './table-scene.ts';

export const grantBehaviours: readonly Behaviour[] = [
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
    name: 'what the migrations tell stays closed',
    async holds(probe) {
      for (const role of logins) {
        await probe.refused(role, A, 'select 1 from wall.migrations', denied, 'reads the migrations');
      }
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
];
