import { A, B, P, person } from './people.ts';
import { type Behaviour, must } from './probe.ts';

// What is peculiar to a table; what holds for each follows from its declaration.
export const tableBehaviours: readonly Behaviour[] = [
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
    name: 'domain_events: the platform hears nothing of students',
    async holds(probe) {
      await probe.script(`insert into domain_events (tenant_id, name, subject_kind, subject_id)
        values ('${A}', 'student.updated', 'student', 'heard'), ('${A}', 'library.updated', 'library', 'heard'),
          ('${A}', 'label.renamed', 'label', 'heard'), ('${A}', 'bulk.begun', 'bulk', 'heard')`);
      for (const under of [P, A]) {
        const heard = await probe.as('ss_platform', under, `select name from domain_events where subject_id = 'heard'`);
        const names = heard.ok ? heard.rows.map((row) => row['name']) : [heard.code];
        must(names.join() === 'library.updated', `the platform hears ${names.join()}`);
      }
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
];
