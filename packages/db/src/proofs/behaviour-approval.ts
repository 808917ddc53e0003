import { everyTable } from '../every-table.ts';
import { insertText, type Row, sampleRow } from '../testing/samples.ts';
import { A, P } from './people.ts';
import { type Behaviour, must, type Probe } from './probe.ts';

// Who may move the approval of a library, and that nobody is admitted where it is not let in.

const [declared] = (await everyTable()).filter(({ name }) => name === 'libraries');
const library = '00000000-0000-4000-8000-00000000b101';
const refusedMove = ['23514'];
const states = ['pending', 'approved', 'changes_requested', 'rejected'] as const;
type State = (typeof states)[number];

/** Its row beside the others of A, as it may be sent. */
function inserted(more: Row): string {
  must(declared !== undefined, 'control: the table is declared');
  return insertText(declared, { ...sampleRow(declared, 9, A), id: library, approval_reason: 'asked', ...more });
}

const shutNow = { suspended_at: new Date(), suspended_reason: 'shut' };
const lay = (probe: Probe, approval: State, suspended = false) =>
  probe.owner(inserted({ approval, ...(suspended && shutNow) }));

const change = (set: string) => `update ${declared?.name} set ${set} where id = '${library}'`;
const move = (to: State) => change(`approval = '${to}'`);

const allowed: Readonly<Record<'ss_tenant' | 'ss_platform', readonly string[]>> = {
  ss_tenant: ['changes_requested pending'],
  ss_platform: ['pending approved', 'pending changes_requested', 'pending rejected', 'rejected pending'],
};

const added = `${inserted({ approval: 'approved', ...shutNow })}
  returning approval, approval_reason, suspended_at, suspended_reason`;
const setting = (tenant: string, key: string, value: string) =>
  `insert into settings (tenant_id, key, value) values ('${tenant}', '${key}', '${value}')
    on conflict (tenant_id, key) do update set value = excluded.value`;

async function begins(probe: Probe, want: State): Promise<void> {
  await probe.scene(async () => {
    const answer = await probe.as('ss_tenant', A, added);
    const found = answer.ok ? JSON.stringify(answer.rows[0]) : answer.code;
    const whole = { approval: want, approval_reason: null, suspended_at: null, suspended_reason: null };
    must(found === JSON.stringify(whole), `a new library is ${found}, not ${want}`);
  });
}

const student = `insert into students (home_id, name, code, phone, sought, phone_tail)
  values ('${library}', 'New', 'NEW-1', '+919800000001', ' new', '1')`;
const enrolment = `insert into enrolments (library_id, student_id, code)
  select '${library}', id, 'NEW-2' from students limit 1`;
const moved = `update students set home_id = '${library}' where id = (select id from students limit 1)`;
const gone = `update students set removed_at = now(), home_id = '${library}' where id = (select id from students limit 1)`;
const back = `update students set removed_at = null where home_id = '${library}'`;
const admits = { student, enrolment, moved } as const;

export const approvalBehaviours: readonly Behaviour[] = [
  {
    name: 'libraries: an approval moves as it may, by whom it may',
    async holds(probe) {
      for (const from of states)
        for (const to of states.filter((state) => state !== from))
          await probe.scene(async () => {
            await lay(probe, from);
            for (const login of ['ss_tenant', 'ss_platform'] as const)
              if (allowed[login].includes(`${from} ${to}`))
                await probe.allowed(login, A, move(to), 1, `moves ${from} to ${to}`);
              else await probe.refused(login, A, move(to), refusedMove, `moves ${from} to ${to}`);
          });
    },
  },
  {
    name: 'libraries: what is asked or taken away has its reason, and only what is let in is suspended',
    async holds(probe) {
      const without = (to: State) => change(`approval = '${to}', approval_reason = null`);
      const shut = change(`suspended_at = now(), suspended_reason = 'x'`);
      await lay(probe, 'pending');
      await probe.refused('ss_platform', A, without('changes_requested'), refusedMove, 'asks without a reason');
      await probe.refused('ss_platform', A, without('rejected'), refusedMove, 'rejects without a reason');
      await probe.allowed('ss_platform', A, without('approved'), 1, 'approves without a reason');
      await probe.refused('ss_platform', A, shut, refusedMove, 'suspends what waits');
      must((await probe.as('ss_platform', A, move('approved'))).ok, 'control: it is approved');
      await probe.allowed('ss_platform', A, shut, 1, 'suspends');
      await probe.refused(
        'ss_platform',
        A,
        shut.replace(`, suspended_reason = 'x'`, ''),
        refusedMove,
        'suspends silently',
      );
    },
  },
  {
    name: 'libraries: a business’s new one begins as the platform has set, whatever it sends',
    async holds(probe) {
      const key = 'platform.approve_libraries';
      await begins(probe, 'approved');
      await probe.owner(setting(A, key, '"yes"'));
      await begins(probe, 'approved');
      await probe.owner(setting(P, 'platform.other', '"yes"'));
      await begins(probe, 'approved');
      await probe.owner(setting(P, key, '"yes"'));
      await begins(probe, 'pending');
      await probe.owner(setting(P, key, '"no"'));
      await begins(probe, 'approved');
    },
  },
  {
    name: 'students: nobody is admitted, moved or brought back to a library that is not let in or is suspended',
    async holds(probe) {
      await probe.scene(async () => {
        await lay(probe, 'approved');
        for (const [what, text] of Object.entries(admits)) await probe.allowed('ss_tenant', A, text, 1, what);
        await probe.owner(gone.replaceAll('from students', `from students where tenant_id = '${A}'`));
        await probe.allowed('ss_tenant', A, back, 1, 'back');
        await probe.owner(change(`suspended_at = now(), suspended_reason = 'x'`));
        await probe.refused('ss_tenant', A, back, refusedMove, 'back to a suspended library');
        await probe.allowed(
          'ss_tenant',
          A,
          `update students set name = 'Same' where home_id = '${library}'`,
          1,
          'stays',
        );
      });
      for (const state of ['pending', 'changes_requested', 'rejected', 'suspended'] as const)
        await probe.scene(async () => {
          await lay(probe, state === 'suspended' ? 'approved' : state, state === 'suspended');
          for (const [what, text] of Object.entries(admits))
            await probe.refused('ss_tenant', A, text, refusedMove, `${what} in a library that is ${state}`);
        });
    },
  },
];
