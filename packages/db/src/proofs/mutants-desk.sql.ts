import type { Mutant } from './mutants.sql.ts';

const edit = (fn: string, name: string, from: string, to: string): Mutant => ({
  name: `desk: ${name}`,
  edit: `jobs.${fn}`,
  from,
  to,
});

export const deskMutants: readonly Mutant[] = [
  edit('held_by', 'a pause of all queues', `p.queue in ('', held_by.queue)`, 'p.queue = held_by.queue'),
  edit('held_by', 'a pause of any queue', `p.queue in ('', held_by.queue)\n      and `, ''),
  edit(
    'held_by',
    'a pause of any tenant',
    `\n      and p.for_tenant in ('00000000-0000-0000-0000-000000000000', held_by.tenant)`,
    '',
  ),
  edit('held_by', 'a pause for everybody', `'00000000-0000-0000-0000-000000000000', `, ''),
  edit('held_by', 'a suspended tenant', `t.status = 'suspended' or `, ''),
  edit('held_by', 'a removed tenant', ' or t.deleted_at is not null', ''),
  edit('held_by', 'any tenant is closed', 't.id = held_by.tenant\n      and ', ''),
  edit('overview', 'what is held up waits', 'coalesce(jobs.held_by(g.queue, g.for_tenant), g.state)', 'g.state'),
  edit('overview', 'what is due later is held up', `g.state in ('waiting', 'behind')`, 'true'),
  edit('overview', 'any claim', 'perform jobs.for_platform();', ''),
  edit('pause', 'nobody did it', 'pause.reason, pause.by_name', 'pause.reason, null'),
  edit('pause', 'who did it first', ', by_name = excluded.by_name', ''),
  edit('pause', 'any claim', 'perform jobs.for_platform();', ''),
  edit('paused', 'of any tenant', 'where p.for_tenant = paused.tenant', ''),
  edit('paused', 'any claim', 'perform jobs.for_platform();', ''),
  edit('with_failure', 'without end', '$[last - 19 to last]', '$[*]'),
  edit('with_failure', 'the last one alone', `coalesce(failures, '[]') || `, ''),
  edit('fail', 'is forgotten', `\n      failures = jobs.with_failure(x.failures, x.attempt, fail.error),`, ''),
  edit('upkeep', 'is forgotten', ', failures = jobs.with_failure(x.failures, j.attempt, stopped)', ''),
  edit('given_up', 'of any kind', '(of_kind is null or j.kind = of_kind) and ', ''),
  edit('given_up', 'of any tenant', '(of_tenant is null or j.for_tenant = of_tenant)', 'true'),
  edit('given_up', 'any job', '(given_up.job is null or j.id = given_up.job)', 'true'),
  edit('given_up', 'whatever its state', `j.state = 'dead' and `, ''),
  edit('given_up', 'any claim', 'perform jobs.for_platform();', ''),
  { name: 'desk: the worker pauses', sql: 'grant execute on function jobs.pause to ss_system' },
  { name: 'desk: a tenant reads what was given up', sql: 'grant execute on function jobs.given_up to ss_tenant' },
];
