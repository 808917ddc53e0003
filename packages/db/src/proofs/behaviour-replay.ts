import { A, P } from './people.ts';
import { type Behaviour, must } from './probe.ts';

// Turns beside many closed tenants, and what is done once more.

const job = '00000000-0000-4000-8000-0000000000a1';

export const replayBehaviours: readonly Behaviour[] = [
  {
    name: 'jobs: claim: however many closed tenants have something waiting, an open one has its turn',
    async holds(probe) {
      await probe.owner(`insert into jobs (for_tenant, queue, kind)
        select ('fffffffe-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'plain', 'jobProof' from generate_series(1, 600) n`);
      await probe.owner(`insert into jobs (for_tenant, queue, kind) values ('${A}', 'plain', 'jobProof')`);
      const text = `select tenant from jobs.claim('plain', 6, 4, 6, 'fffffffd-0000-4000-8000-000000000000', interval '1 minute')`;
      const answer = await probe.as('ss_system', P, text);
      must(answer.ok && answer.rows.length === 1, 'closed tenants use up the turns of others');
      must(answer.ok && answer.rows[0]?.['tenant'] === A, 'a closed tenant was served');
    },
  },
  {
    name: 'jobs: replay: no attempt of before holds it, and one of its key that is open does not keep it from it',
    async holds(probe) {
      await probe.owner(`insert into jobs (for_tenant, id, queue, kind, key, state, attempt)
        values ('${A}', '${job}', 'plain', 'jobProof', 'k', 'dead', 1)`);
      await probe.owner(`insert into jobs (for_tenant, queue, kind, key) select for_tenant, queue, kind, key from jobs
        where for_tenant = '${A}' and id = '${job}'`);
      const replayed = await probe.as('ss_platform', P, `select jobs.replay('${A}', '${job}') as done`);
      must(
        replayed.ok && replayed.rows[0]?.['done'] === true,
        'one of its key that is open keeps it from being replayed',
      );
      await probe.as('ss_system', P, `select jobs.claim('plain', 9, 9, 9, null, interval '1 minute')`);
      const late = await probe.as('ss_system', A, `select jobs.fail('${job}', 1, 'late', null)`);
      must(!late.ok, 'a worker frozen in the first attempt ends what was replayed');
    },
  },
];
