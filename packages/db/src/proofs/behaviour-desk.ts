import { uuidOf } from '../testing/samples.ts';
import { A, B, P } from './people.ts';
import { type Behaviour, must, type Probe } from './probe.ts';

// What staff see of jobs that wait, failed, or were given up.

const lay = (probe: Probe, n: number, more: Record<string, string> = {}) => {
  const row: Record<string, string> = {
    for_tenant: `'${A}'`,
    id: `'${uuidOf(`desk ${n}`)}'`,
    queue: `'plain'`,
    kind: `'jobProof'`,
    state: `'dead'`,
    ...more,
  };
  return probe.owner(`insert into jobs (${Object.keys(row).join(', ')}) values (${Object.values(row).join(', ')})`);
};

async function seen(probe: Probe, text: string): Promise<Record<string, unknown>[]> {
  const answer = await probe.as('ss_platform', P, text);
  must(answer.ok, `control: ${text} answered ${answer.ok ? '' : answer.code}`);
  return answer.rows;
}

async function statesOf(probe: Probe): Promise<string> {
  const [row] = await seen(probe, 'select jobs.overview() as told');
  const told = row?.['told'] as { queues: { queue: string; state: string; count: number }[] } | undefined;
  return (told?.queues ?? []).map(({ queue, state, count }) => `${queue} ${state} ${count}`).join();
}

const pause = (queue: string, tenant: string | null, reason = 'asked for') =>
  `select jobs.pause('${queue}', ${tenant === null ? 'null' : `'${tenant}'`}, '${reason}', 'chief')`;

export const deskBehaviours: readonly Behaviour[] = [
  {
    name: 'desk: what is held up is told apart from what waits',
    async holds(probe) {
      const waits = { state: `'waiting'` };
      await lay(probe, 1, waits);
      await lay(probe, 2, { ...waits, for_tenant: `'${B}'` });
      await lay(probe, 3, { ...waits, state: `'behind'`, queue: `'bulk'` });
      await lay(probe, 4, { ...waits, state: `'later'` });
      const is = (wanted: string, change?: string) =>
        probe.scene(async () => {
          if (change) await (change.startsWith('select') ? seen(probe, change) : probe.owner(change));
          const got = await statesOf(probe);
          must(got === wanted, `after ${change ?? 'nothing'}: ${got}`);
        });
      await is('bulk behind 1,plain later 1,plain waiting 2');
      await is('bulk paused 1,plain later 1,plain paused 1,plain waiting 1', pause('', A));
      await is('bulk behind 1,plain later 1,plain paused 1,plain waiting 1', pause('plain', A));
      await is('bulk behind 1,plain later 1,plain paused 2', pause('plain', null));
      await is('bulk behind 1,plain later 1,plain waiting 2', pause('other', null));
      const suspended = `status = 'suspended', suspended_reason = 'r', suspended_at = now()`;
      await is(
        'bulk closed 1,plain closed 1,plain later 1,plain waiting 1',
        `update tenants set ${suspended} where id = '${A}'`,
      );
      await is(
        'bulk closed 1,plain closed 1,plain later 1,plain waiting 1',
        `update tenants set deleted_at = now() where id = '${A}'`,
      );
    },
  },
  {
    name: 'desk: a tenant’s pause is told with who made it and why, and is that tenant’s alone',
    async holds(probe) {
      await seen(probe, pause('', A));
      await seen(probe, pause('plain', null));
      const of = (tenant: string) => seen(probe, `select * from jobs.paused('${tenant}')`);
      const [one, ...others] = await of(A);
      must(one?.['by_name'] === 'chief' && one['reason'] === 'asked for' && others.length === 0, 'who and why');
      must((await of(B)).length === 0, 'another tenant’s pause');
      await seen(probe, pause('', A, 'for longer').replace('chief', 'somebody else'));
      const [again] = await of(A);
      must(again?.['reason'] === 'for longer' && again['by_name'] === 'somebody else', 'said again');
    },
  },
  {
    name: 'desk: each failure is kept, the last twenty of them',
    async holds(probe) {
      const running = { state: `'running'`, attempt: '1', lease_until: `clock_timestamp() + interval '1 minute'` };
      const failures = async () => {
        const [row] = await probe.owner('select failures from jobs');
        return (row?.['failures'] ?? []) as { attempt: number; error: string; at: string }[];
      };
      await lay(probe, 1, running);
      await probe.as('ss_system', A, `select jobs.fail('${uuidOf('desk 1')}', 1, 'no answer', interval '1 hour')`);
      const [first] = await failures();
      must(first?.attempt === 1 && first.error === 'no answer' && first.at !== undefined, 'a failure is not kept');
      await probe.owner(`update jobs set state = 'running', attempt = 2, lease_until = now() - interval '1 s',
        failures = (select jsonb_agg(jsonb_build_object('attempt', 1, 'error', n)) from generate_series(1, 20) n)`);
      await probe.as('ss_system', P, 'select jobs.upkeep()');
      const all = await failures();
      must(all.length === 20 && String(all[0]?.error) === '2', `${all.length} failures`);
      must(all.at(-1)?.attempt === 2 && String(all.at(-1)?.error).includes('worker'), 'a worker that stopped');
    },
  },
  {
    name: 'desk: what was given up is found by kind, by tenant, by itself, and nothing else is',
    async holds(probe) {
      await lay(probe, 1);
      await lay(probe, 2, { kind: `'jobOther'` });
      await lay(probe, 3, { for_tenant: `'${B}'` });
      await lay(probe, 4, { state: `'waiting'` });
      const count = async (given: string) => (await seen(probe, `select * from jobs.given_up(${given}, 10)`)).length;
      must((await count('null, null, null')) === 3, 'all');
      must((await count(`'jobOther', null, null`)) === 1, 'by kind');
      must((await count(`null, '${B}', null`)) === 1, 'by tenant');
      must((await count(`null, '${A}', '${uuidOf('desk 1')}'`)) === 1, 'by itself');
      must((await count(`null, '${B}', '${uuidOf('desk 1')}'`)) === 0, 'another tenant’s');
      must((await count(`null, null, '${uuidOf('desk 4')}'`)) === 0, 'one that waits');
    },
  },
];
