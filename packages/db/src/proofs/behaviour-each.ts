import { B, P } from './people.ts';
import { type Behaviour, must, type Probe } from './probe.ts';

const openTenants = `select id from tenants
  where kind = 'library' and deleted_at is null and status <> 'suspended' order by id`;

async function begin(probe: Probe, kind: string, after: unknown, most: number): Promise<unknown> {
  const from = after === null ? 'null' : `'${after}'`;
  const told = await probe.as(
    'ss_system',
    P,
    `select jobs.add_each('${kind}', 'plain', '{}', 8, ${from}, ${most}) as last`,
  );
  must(told.ok, 'control: the worker begins a job in each tenant');
  return told.ok ? told.rows[0]?.['last'] : undefined;
}

async function begunIn(probe: Probe, kind: string): Promise<string> {
  const rows = await probe.owner(`select for_tenant as id from jobs where kind = '${kind}' order by 1`);
  return rows.map(({ id }) => id).join();
}

/** What is done in all tenants, or counted over them. */
export const eachBehaviours: readonly Behaviour[] = [
  {
    name: 'jobs: what is due in each tenant becomes one job of each, in steps',
    async holds(probe) {
      const open = (await probe.owner(openTenants)).map(({ id }) => id);
      must((await begin(probe, 'onEach', null, 1)) === open[0], 'a full step did not say where it ended');
      must((await begunIn(probe, 'onEach')) === open[0], 'a step of one made another number of jobs');
      must((await begin(probe, 'onEach', open[0], 1)) === open[1], 'the second step did not begin after the first');
      must((await begin(probe, 'onEach', null, 1000)) === null, 'a step that was not full promised more');
      must((await begunIn(probe, 'onEach')) === open.join(), 'not one job of each open tenant');
    },
  },
  {
    name: 'jobs: nothing is due in a tenant that is suspended or removed',
    async holds(probe) {
      const others = (await probe.owner(openTenants)).map(({ id }) => id).filter((id) => id !== B);
      await probe.owner(
        `update tenants set status = 'suspended', suspended_reason = 'x', suspended_at = now() where id = '${B}'`,
      );
      await begin(probe, 'onOpen', null, 1000);
      must((await begunIn(probe, 'onOpen')) === others.join(), 'begun in a suspended tenant');
      await probe.owner(`update tenants set status = 'active', deleted_at = now() where id = '${B}'`);
      await begin(probe, 'onLive', null, 1000);
      must((await begunIn(probe, 'onLive')) === others.join(), 'begun in a removed tenant');
    },
  },
  {
    name: 'jobs: counted are tenants that are served, and no other',
    async holds(probe) {
      const ask = () => probe.as('ss_system', P, 'select jobs.active_tenants() as n');
      const served = () => ask().then((told) => (told.ok ? told.rows[0]?.['n'] : null));
      const [all] = await probe.owner(`select count(*)::int as n from tenants
        where kind = 'library' and deleted_at is null and status in ('trial', 'active')`);
      must((await served()) === all?.['n'], `counted otherwise than ${all?.['n']}`);
      await probe.owner(`update tenants set status = 'expired' where id = '${B}'`);
      must((await served()) === Number(all?.['n']) - 1, 'counted one whose plan has run out');
      await probe.owner(`update tenants set status = 'active', deleted_at = now() where id = '${B}'`);
      must((await served()) === Number(all?.['n']) - 1, 'counted one that is removed');
    },
  },
];
