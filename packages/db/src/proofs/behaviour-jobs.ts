import { A, B, member, P, person } from './people.ts';
import { type Behaviour, must, type Probe, type Role } from './probe.ts';
import { denied, logins, noClaim } from './table-scene.ts';

// The gate of a job, what ends it, and who may ask for what concerns all tenants.

const job = '00000000-0000-4000-8000-0000000000a1';
const other = '00000000-0000-4000-8000-0000000000a2';
const third = '00000000-0000-4000-8000-0000000000a3';

const lay = (probe: Probe, more: Record<string, string> = {}, id = job) => {
  const row: Record<string, string> = {
    for_tenant: `'${A}'`,
    id: `'${id}'`,
    queue: `'plain'`,
    kind: `'jobProof'`,
    state: `'running'`,
    attempt: '1',
    attempts: '3',
    lease_until: `clock_timestamp() + interval '30 seconds'`,
    ...more,
  };
  return probe.owner(`insert into jobs (${Object.keys(row).join(', ')}) values (${Object.values(row).join(', ')})`);
};
const change = (probe: Probe, what: string, id = job) => probe.owner(`update jobs set ${what} where id = '${id}'`);

async function stateOf(probe: Probe, id = job): Promise<string> {
  const [row] = await probe.owner(`select state from jobs where id = '${id}'`);
  return String(row?.['state'] ?? 'gone');
}

interface Asked {
  job: string;
  attempt: string;
  roles: string;
  claim: string | null;
}
const usual: Asked = { job, attempt: '1', roles: `array['owner']`, claim: A };
const work = ({ job: id, attempt, roles }: Asked) => `select * from wall.work('${id}', ${attempt}, ${roles})`;

async function answers(probe: Probe, asked: Asked, wanted: string, what: string): Promise<void> {
  const answer = await probe.as('ss_system', asked.claim, work(asked));
  const got = answer.ok ? (answer.rows[0]?.['kind'] === 'jobProof' ? 'in' : 'quiet') : answer.code;
  must(got === wanted, `${what}: ${got} in place of ${wanted}`);
}

/** First the positive control, then the same job after `changed`. */
function condition(
  name: string,
  changed: (probe: Probe) => Promise<unknown>,
  asked: Partial<Asked>,
  wanted: string,
  laid: Record<string, string> = {},
): Behaviour {
  return {
    name: `jobs: gate: ${name}`,
    async holds(probe) {
      await lay(probe, laid);
      await answers(probe, usual, 'in', 'control');
      await changed(probe);
      await answers(probe, { ...usual, ...asked }, wanted, name);
    },
  };
}
const nothing = async () => undefined;
const owned = { member_id: `'${member('asha', A)}'`, permission: `'libraries:read'` };
const ofMember = (what: string) => (probe: Probe) =>
  probe.owner(`update memberships set ${what} where id = '${member('asha', A)}'`);
const ofTenant = (what: string) => (probe: Probe) => probe.owner(`update tenants set ${what} where id = '${A}'`);

const gate: readonly Behaviour[] = [
  condition('a job that runs goes on', nothing, {}, 'in'),
  condition('another tenant’s claim', nothing, { claim: B }, 'S1101'),
  condition('the platform’s claim', nothing, { claim: P }, 'S1101'),
  condition('no such job', nothing, { job: other }, 'S1101'),
  condition('one that waits', (probe) => change(probe, `state = 'waiting', lease_until = null`), {}, 'S1101'),
  condition('another attempt', nothing, { attempt: '2' }, 'S1102'),
  condition('no attempt', nothing, { attempt: 'null' }, 'S1102'),
  condition(
    'its lease over',
    (probe) => change(probe, `lease_until = clock_timestamp() - interval '1 ms'`),
    {},
    'S1103',
  ),
  condition(
    'its lease over within the transaction',
    async (probe) => {
      // now() stands still in a transaction, time does not.
      await change(probe, `lease_until = clock_timestamp() + interval '20 ms'`);
      await probe.owner('select pg_sleep(0.03)');
    },
    {},
    'S1103',
  ),
  condition(
    'suspended tenant',
    ofTenant(`status = 'suspended', suspended_reason = 'r', suspended_at = now()`),
    {},
    'S4004',
  ),
  condition('deleted tenant', ofTenant('deleted_at = now()'), {}, 'S4004'),
  condition('a member’s job', nothing, {}, 'in', owned),
  condition('whoever began it was removed', ofMember('removed_at = now()'), {}, 'S1001', owned),
  condition('whoever began it has not accepted', ofMember('accepted_at = null'), {}, 'S1001', owned),
  condition('whoever began it lost the right', ofMember(`removed = array['libraries:read']`), {}, 'S1004', owned),
  condition('whoever began it has another role now', ofMember(`role = 'staff'`), {}, 'S1004', owned),
  condition('a right that was added', ofMember(`role = 'staff', added = array['libraries:read']`), {}, 'in', owned),
  condition(
    'begun by a member of another tenant',
    (probe) => change(probe, `member_id = '${member('bina', B)}'`),
    {},
    'S1001',
    owned,
  ),
  condition(
    'no roles, though the right was added',
    ofMember(`added = array['libraries:read']`),
    { roles: 'null' },
    'S1004',
    owned,
  ),
  condition('no roles', nothing, { roles: 'null' }, 'S1004', owned),
  condition('a null among the roles', nothing, { roles: 'array[null]::text[]' }, 'S1004', owned),
  {
    name: 'jobs: gate: tells who began it, and needs a claim',
    async holds(probe) {
      await lay(probe, owned);
      const answer = await probe.as('ss_system', A, work(usual));
      must(answer.ok && answer.rows[0]?.['user_id'] === person('asha'), 'somebody else began it');
      await probe.refused('ss_system', null, work(usual), noClaim, 'works without a claim');
    },
  },
];

/** Each ends a job, or says that it lives; each is refused to whoever does not hold it. */
const ends: ReadonlyArray<readonly [name: string, call: (id: string, attempt: number) => string, left: string]> = [
  ['finish', (id, attempt) => `select jobs.finish('${id}', ${attempt})`, 'gone'],
  ['fail', (id, attempt) => `select jobs.fail('${id}', ${attempt}, 'x', interval '1 hour')`, 'later'],
  ['give up', (id, attempt) => `select jobs.fail('${id}', ${attempt}, 'x', null)`, 'dead'],
  ['put back', (id, attempt) => `select jobs.put_back('${id}', ${attempt}, interval '1 hour')`, 'later'],
];

const fences: readonly Behaviour[] = ends.map(([name, call, left]) => ({
  name: `jobs: ${name}: by whoever holds it alone`,
  async holds(probe) {
    await lay(probe);
    const lost = async (claim: string, attempt: number, what: string) => {
      await probe.refused('ss_system', claim, call(job, attempt), ['S1103'], `${name}, ${what}`);
      must((await stateOf(probe)) === 'running', `${name}, ${what}: changed the job`);
    };
    await lost(B, 1, 'another tenant');
    await lost(P, 1, 'the platform');
    await lost(A, 2, 'another attempt');
    await probe.scene(async () => {
      await change(probe, `state = 'waiting', lease_until = null`);
      await probe.refused('ss_system', A, call(job, 1), ['S1103'], `${name} of one that waits`);
    });
    if (name === 'finish') {
      await probe.scene(async () => {
        await change(probe, `lease_until = clock_timestamp() - interval '1 ms'`);
        await probe.refused('ss_system', A, call(job, 1), ['S1103'], 'finished late');
      });
    }
    await probe.refused('ss_system', null, call(job, 1), noClaim, `${name} without a claim`);
    await probe.as('ss_system', A, call(job, 1));
    must((await stateOf(probe)) === left, `control: ${name} left ${await stateOf(probe)}`);
  },
}));

const later: readonly Behaviour[] = [
  {
    name: 'jobs: renew: by name, attempt and while alive',
    async holds(probe) {
      await lay(probe);
      const renew = (attempt: number, tenant = A) =>
        `select jobs.renew('{${tenant}}', '{${job}}', '{${attempt}}', interval '1 hour') as id`;
      const counted = async (text: string) => {
        const answer = await probe.as('ss_system', P, text);
        must(answer.ok, `control: renew answered ${answer.ok ? '' : answer.code}`);
        return answer.count;
      };
      must((await counted(renew(2))) === 0, 'another attempt was renewed');
      must((await counted(renew(1, B))) === 0, 'another tenant’s was renewed');
      must((await counted(renew(1))) === 1, 'control: it is renewed');
      await change(probe, `lease_until = clock_timestamp() - interval '1 ms'`);
      must((await counted(renew(1))) === 0, 'what had lapsed came back to life');
    },
  },
  {
    name: 'jobs: a lane goes on with its next, and no further',
    async holds(probe) {
      for (const [name, call] of ends.filter(([one]) => one === 'finish' || one === 'give up')) {
        await probe.scene(async () => {
          await lay(probe, { lane: `'x'` });
          for (const id of [other, third])
            await lay(probe, { lane: `'x'`, state: `'behind'`, lease_until: 'null' }, id);
          await probe.as('ss_system', A, call(job, 1));
          must((await stateOf(probe, other)) === 'waiting', `${name}: the next of a lane was not woken`);
          must((await stateOf(probe, third)) === 'behind', `${name}: one of a lane overtook another`);
        });
      }
      await lay(probe, { lane: `'x'` });
      await lay(probe, { lane: `'x'`, state: `'behind'`, lease_until: 'null' }, other);
      await probe.as('ss_system', A, ends[1]?.[1](job, 1) ?? '');
      must((await stateOf(probe, other)) === 'behind', 'what is tried again was overtaken');
    },
  },
  {
    name: 'jobs: upkeep: what lapsed is tried again, and in the end given up',
    async holds(probe) {
      const lapsed = `lease_until = clock_timestamp() - interval '1 ms'`;
      await lay(probe);
      await lay(probe, { lane: `'x'`, attempt: '3' }, other);
      await lay(probe, { lane: `'x'`, state: `'behind'`, lease_until: 'null' }, third);
      await probe.as('ss_system', P, 'select jobs.upkeep()');
      must((await stateOf(probe)) === 'running', 'what lives was taken away');
      await change(probe, lapsed);
      await change(probe, lapsed, other);
      await probe.as('ss_system', P, 'select jobs.upkeep()');
      must((await stateOf(probe)) === 'waiting', 'what lapsed waits for ever');
      must((await stateOf(probe, other)) === 'dead', 'attempts have no end');
      must((await stateOf(probe, third)) === 'waiting', 'the lane of what was given up stands still');
    },
  },
  {
    name: 'jobs: claim: of one tenant no more than its share, of a closed one nothing, of paused ones nothing',
    async holds(probe) {
      const wait = { state: `'waiting'`, attempt: '0', lease_until: 'null' };
      await probe.owner(
        `insert into jobs (for_tenant, queue, kind) select '${A}', 'plain', 'jobProof' from generate_series(1, 9)`,
      );
      await lay(probe, { ...wait, for_tenant: `'${B}'` }, other);
      const claimed = (each: number, cap: number, after: string | null = null) =>
        probe.scene(async () => {
          const text = `select tenant from jobs.claim('plain', 6, ${each}, ${cap}, ${after === null ? 'null' : `'${after}'`}, interval '1 minute')`;
          const answer = await probe.as('ss_system', P, text);
          must(answer.ok, `control: claim answered ${answer.ok ? '' : answer.code}`);
          const tenants = answer.rows.map(({ tenant }) => tenant);
          return { a: tenants.filter((one) => one === A).length, b: tenants.filter((one) => one === B).length };
        });
      const is = (found: { a: number; b: number }, a: number, b: number, what: string) =>
        must(found.a === a && found.b === b, `${what}: ${found.a} of one and ${found.b} of the other`);
      is(await claimed(2, 6), 2, 1, 'a turn has no bound');
      is(await claimed(6, 3), 3, 1, 'one tenant takes more than its share');
      is(await claimed(2, 6, [A, B].sort()[0] ?? null), 2, 1, 'the round does not come back to the first');
      await probe.scene(async () => {
        await probe.owner(
          `update tenants set status = 'suspended', suspended_reason = 'r', suspended_at = now() where id = '${A}'`,
        );
        is(await claimed(2, 6), 0, 1, 'a closed tenant’s jobs are done');
      });
      for (const [queue, tenant, a, b] of [
        ['plain', null, 0, 0],
        ['', A, 0, 1],
        ['plain', A, 0, 1],
        ['other', A, 2, 1],
      ] as const) {
        await probe.scene(async () => {
          const paused = `select jobs.pause('${queue}', ${tenant === null ? 'null' : `'${tenant}'`}, 'asked for', 'chief')`;
          must((await probe.as('ss_platform', P, paused)).ok, 'control: staff pause');
          is(await claimed(2, 6), a, b, `paused: ${queue} ${tenant}`);
        });
      }
      // What was claimed is claimed.
      await probe.as('ss_system', P, `select jobs.claim('plain', 100, 100, 100, null, interval '1 minute')`);
      is(await claimed(100, 100), 0, 0, 'what runs was claimed once more');
    },
  },
  {
    name: 'jobs: an event becomes one job of each subscriber, and none of before it subscribed',
    async holds(probe) {
      const tell = () =>
        probe.owner(
          `insert into domain_events (tenant_id, name, subject_kind, subject_id) values ('${A}', 'proof.told', 'x', 'y')`,
        );
      const subscribe = `select jobs.subscribe('[{"kind":"onTold","events":["proof.told"],"queue":"plain","ordered":false,"attempts":8}]')`;
      const relay = () => probe.as('ss_system', P, 'select jobs.relay_batch(100) as batch');
      const made = async () =>
        Number((await probe.owner(`select count(*)::int as n from jobs where kind = 'onTold'`))[0]?.['n']);
      await tell();
      await probe.as('ss_system', P, subscribe);
      await tell();
      await relay();
      await relay();
      must((await made()) === 1, `one event made ${await made()} jobs`);
      await probe.as('ss_system', P, subscribe);
      await relay();
      must((await made()) === 1, `relayed again it made ${await made()} jobs`);
    },
  },
];

// What concerns all tenants is asked under the platform's claim, by the worker's login.
const forTheWorker: Readonly<Record<string, string>> = {
  subscribe: `select jobs.subscribe('[]')`,
  relay: 'select jobs.relay_batch(10)',
  tell: `select jobs.tell('x')`,
  'tell how far it is': 'select jobs.tell_mark()',
  claim: `select jobs.claim('plain', 1, 1, 1, null, interval '1 minute')`,
  renew: `select jobs.renew('{}', '{}', '{}', interval '1 minute')`,
  upkeep: 'select jobs.upkeep()',
  'count who is served': 'select jobs.active_tenants()',
  tick: `select jobs.tick('x', now())`,
  'begin in each tenant': `select jobs.add_each('x', 'plain', '{}', 1, null, 10)`,
  take: `select jobs.take('x', 1, 1)`,
  report: `select jobs.report('[]')`,
};
const forStaff: Readonly<Record<string, string>> = {
  overview: 'select jobs.overview()',
  dead: 'select * from jobs.dead(null, null, 10)',
  'see what was given up': 'select * from jobs.given_up(null, null, null, 10)',
  'see its pauses': `select * from jobs.paused('${A}')`,
  replay: `select jobs.replay('${A}', '${job}')`,
  drop: `select jobs.drop('${A}', '${job}')`,
  pause: `select jobs.pause('plain', null, 'x', 'chief')`,
  'go on': `select jobs.go_on('plain', null)`,
};
const ofOneTenant: Readonly<Record<string, string>> = {
  work: work(usual),
  add: `select jobs.add('x', 'plain', null, null, '{}', 0, 1, null, null, null)`,
  ...Object.fromEntries(ends.map(([name, call]) => [name, call(job, 1)])),
};

async function onlyUnder(probe: Probe, calls: Readonly<Record<string, string>>, may: readonly Role[]): Promise<void> {
  for (const [name, text] of Object.entries(calls)) {
    for (const role of may) {
      await probe.allowed(role, P, text, null, `asks to ${name}`);
      await probe.refused(role, A, text, denied, `asks to ${name} under a tenant’s claim`);
      await probe.refused(role, null, text, noClaim, `asks to ${name} without a claim`);
    }
    for (const role of logins.filter((one) => !may.includes(one)))
      for (const claim of [A, P]) await probe.refused(role, claim, text, denied, `asks to ${name}`);
  }
}

const rights: readonly Behaviour[] = [
  {
    name: 'jobs: what concerns all tenants is the worker’s, under the platform’s claim',
    holds: (probe) => onlyUnder(probe, forTheWorker, ['ss_system']),
  },
  {
    name: 'jobs: what staff see and do is the platform’s',
    async holds(probe) {
      const { overview, ...rest } = forStaff;
      await onlyUnder(probe, rest, ['ss_platform']);
      await onlyUnder(probe, { overview: overview ?? '' }, ['ss_platform', 'ss_system']);
    },
  },
  {
    name: 'jobs: a tenant’s job is the worker’s alone, its tables nobody’s',
    async holds(probe) {
      for (const role of logins.filter((one) => one !== 'ss_system'))
        for (const [name, text] of Object.entries(ofOneTenant))
          for (const claim of [A, P]) await probe.refused(role, claim, text, denied, `asks to ${name}`);
      for (const role of logins)
        await probe.refused(role, P, `select pg_notify('news', 'x')`, denied, 'notifies by itself');
      await probe.allowed('ss_auth', null, 'select * from jobs.mark()', 1, 'asks how far it is');
      for (const role of logins.filter((one) => one !== 'ss_auth'))
        await probe.refused(role, P, 'select * from jobs.mark()', denied, 'asks how far it is');
    },
  },
];

export const jobBehaviours: readonly Behaviour[] = [...gate, ...fences, ...later, ...rights];
