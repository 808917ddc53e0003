import { A, P, session } from './people.ts';
import { type Behaviour, must, type Probe } from './probe.ts';

/** What one step removed. The next goes on behind `after` while there is `more`. */
interface Tidied {
  tokens: number;
  sessions: number;
  keys: number;
  after: string | null;
  more: boolean;
}

async function tidy(probe: Probe, after: string | null, most: number): Promise<Tidied> {
  const answer = await probe.as('ss_system', P, 'select identity.tidy($1, $2) as done', [after, String(most)]);
  must(answer.ok, `identity.tidy answered ${answer.ok ? '' : answer.code}`);
  return answer.rows[0]?.['done'] as Tidied;
}

async function counts(probe: Probe): Promise<string> {
  const [row] = await probe.owner(`select (select count(*) from one_time_tokens) || ' tokens, ' ||
    (select count(*) from sessions) || ' sessions, ' || (select count(*) from idempotency_keys) || ' keys' as all`);
  return String(row?.['all']);
}

const grow = (probe: Probe) =>
  probe.script(`
    insert into one_time_tokens (token_hash, purpose, user_id, expires_at)
      select sha256(n::text::bytea), 'reset', id, now() - interval '1 hour' from users, generate_series(1, 2) n
        where email = 'asha@example.com';
    update sessions set ended_at = now() - interval '25 days', end_reason = 'over' where id = '${session('open')}'`);

const age = (probe: Probe) =>
  probe.script(`
    update one_time_tokens set expires_at = now() - interval '25 hours';
    update sessions set ended_at = now() - interval '31 days', end_reason = 'over'
      where id in ('${session('open')}', '${session('gone')}');
    update idempotency_keys set created_at = now() - interval '25 hours'`);

export const tidyBehaviours: readonly Behaviour[] = [
  {
    name: 'housekeeping: what lives is kept',
    async holds(probe) {
      await grow(probe);
      const before = await counts(probe);
      const done = await tidy(probe, null, 100);
      must((await counts(probe)) === before, `something alive was removed: ${before}, then ${await counts(probe)}`);
      must(!done.more, 'nothing was left to do');
    },
  },
  {
    name: 'housekeeping: what is over goes, of every tenant, in steps',
    async holds(probe) {
      await grow(probe);
      await age(probe);
      must((await counts(probe)) === '2 tokens, 6 sessions, 3 keys', `control: ${await counts(probe)}`);
      const first = await tidy(probe, null, 1);
      must(first.more && first.tokens === 1 && first.sessions === 1 && first.keys === 1, 'a step has no bound');
      const last = await tidy(probe, 'ffffffff-ffff-ffff-ffff-ffffffffffff', 100);
      must(last.keys === 0, 'a step begins again with the first tenant');
      for (let step = first, n = 0; step.more; n++) {
        must(n < 20, 'the steps come to no end');
        step = await tidy(probe, step.after, 1);
      }
      must((await counts(probe)) === '0 tokens, 4 sessions, 0 keys', `left over: ${await counts(probe)}`);
    },
  },
  {
    name: 'housekeeping: the claim is as it was, and members have no part in it',
    async holds(probe) {
      const answer = await probe.as(
        'ss_system',
        A,
        `select current_setting('app.tenant_id') as claim from (select identity.tidy(null, 10) as done offset 0) x where done is not null`,
      );
      must(answer.ok && answer.rows[0]?.['claim'] === A, 'another claim was left behind');
      for (const role of ['ss_tenant', 'ss_platform', 'ss_auth'] as const)
        await probe.refused(role, A, 'select identity.tidy(null, 10)', ['42501'], 'somebody else tidies');
    },
  },
];
