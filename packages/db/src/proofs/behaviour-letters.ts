import { uuidOf } from '../testing/samples.ts';
import { A, B, bytesOf, member, P, type PersonName, person, secret, session } from './people.ts';
import { type Behaviour, must, type Probe } from './probe.ts';
import { denied, logins, noClaim } from './table-scene.ts';

// What became of identity's own letters: who is told of it, and who may send one again.

const letter = uuidOf('a letter');

async function lay(probe: Probe, to: PersonName, more: Record<string, string> = {}, id = letter): Promise<void> {
  const row: Record<string, string> = {
    id: `'${id}'`,
    user_id: `'${person(to)}'`,
    purpose: `'reset'`,
    portal: `'owner'`,
    fate: `'address'`,
    ended_at: 'now()',
    ...more,
  };
  await probe.owner(`insert into letters (${Object.keys(row).join(', ')}) values (${Object.values(row).join(', ')})`);
}

async function asked(probe: Probe, call: string, role: 'ss_platform' | 'ss_system' = 'ss_platform'): Promise<unknown> {
  const answer = await probe.as(role, P, `select ${call} as answer`);
  must(answer.ok, `control: ${call} answered ${answer.ok ? '' : answer.code}`);
  return answer.rows[0]?.['answer'];
}

const again = `identity.letter_again('${letter}')`;
const told = 'identity.letters_told()';
const sent = { fate: `'sent'` };
const waits = { fate: 'null', ended_at: 'null' };

const jobsOf = async (probe: Probe) =>
  (await probe.owner(`select state from jobs where kind = 'jobLetter' and payload->>'letter' = '${letter}'`)).map(
    ({ state }) => state,
  );

async function goesAgain(probe: Probe, wanted: boolean, what: string, change?: string): Promise<void> {
  await probe.scene(async () => {
    if (change) await probe.owner(change);
    must((await asked(probe, again)) === wanted, `${what}: ${wanted ? 'is not sent' : 'sent'} again`);
    must(((await jobsOf(probe)).join() === 'waiting') === wanted, `${what}: its job`);
  });
}

const toMembers = async (probe: Probe, claim: string, tenant: string, names: readonly PersonName[]) => {
  const ids = names.map((name) => member(name, tenant)).join();
  const role = claim === P ? 'ss_platform' : 'ss_tenant';
  const answer = await probe.as(role, claim, `select * from identity.letters_to('${tenant}', '{${ids}}')`);
  must(answer.ok, `control: letters to members answered ${answer.ok ? '' : answer.code}`);
  return answer.rows.map(({ member: one, purpose, fate }) => {
    const name = names.find((some) => member(some, tenant) === one);
    return `${String(name)} ${String(purpose)} ${String(fate)}`;
  });
};

export const letterBehaviours: readonly Behaviour[] = [
  {
    name: 'letters: what became of one is kept, and what it held only where it may be sent again',
    async holds(probe) {
      const done = (fate: string) => asked(probe, `identity.letter_done('${letter}', '${fate}')`, 'ss_system');
      const due = () => asked(probe, `identity.letter_due('${letter}')`, 'ss_system');
      const row = async () => (await probe.owner('select fate, data, ended_at from letters'))[0];
      await lay(probe, 'asha', { ...waits, purpose: `'device'`, data: `'phone'` });
      must((await due()) !== null, 'control: it is due');
      await done('away');
      must((await row())?.['data'] === 'phone' && (await due()) !== null, 'what was given up is not due any more');
      await done('refused');
      must((await row())?.['fate'] === 'refused' && (await due()) === null, 'what was refused is due');
      await done('sent');
      must(
        (await row())?.['data'] === null && (await row())?.['ended_at'] !== null,
        'what was sent keeps what it held',
      );
      must((await due()) === null, 'what was sent is due');
      await probe.owner(`update letters set fate = null, ended_at = null; update users set active = false`);
      must((await due()) === null && (await row()) === undefined, 'a letter to who is switched off waits for ever');
    },
  },
  {
    name: 'letters: staff are told by kind, with addresses that nobody can read',
    async holds(probe) {
      const tellings = async () => JSON.stringify(await asked(probe, told)).replaceAll(' ', '');
      await lay(probe, 'asha');
      await lay(probe, 'bina', sent, uuidOf('letter 2'));
      await lay(probe, 'both', waits, uuidOf('letter 3'));
      const now = await tellings();
      must(now.includes('"sent":1') && now.includes('"waiting":1') && now.includes('"lost":1'), 'counts');
      must(now.includes('"to":"as•••@example.com"') && now.includes('"reason":"address"'), 'what did not arrive');
      must(!now.includes('asha') && !now.includes('bina') && !now.includes('both'), 'an address is told');
      await probe.owner(`update letters set purpose = 'email', data = 'x@example.com' where fate = 'address'`);
      const moved = await tellings();
      must(moved.includes('"to":"•••@example.com"'), 'the address that it went to');
      await probe.owner(`update letters set ended_at = now() - interval '2 days' where fate is not null`);
      const old = await tellings();
      must(old.includes('"waiting":1') && !old.includes('"sent":1'), 'a day has no end');
      must(old.includes('•••@'), 'what did not arrive is forgotten after a day');
    },
  },
  {
    name: 'letters: one goes again where that makes sense, once',
    async holds(probe) {
      await lay(probe, 'asha');
      await goesAgain(probe, true, 'control');
      await goesAgain(probe, false, 'what was sent', `update letters set fate = 'sent'`);
      await goesAgain(probe, false, 'another person’s', `update letters set id = '${uuidOf('another letter')}'`);
      await goesAgain(probe, false, 'to who is switched off', `update users set active = false`);
      await goesAgain(probe, false, 'yesterday’s link', `update letters set created_at = now() - interval '25 hours'`);
      const notice = `update letters set purpose = 'passwordChanged', created_at = now() - interval`;
      await goesAgain(probe, true, 'yesterday’s notice', `${notice} '25 hours'`);
      await goesAgain(probe, false, 'a notice of long ago', `${notice} '8 days'`);
      const move = (email: string) => `update letters set purpose = 'email', data = '${email}'`;
      await goesAgain(probe, true, 'to a new address', move('new@example.com'));
      await goesAgain(probe, false, 'to an address that is another’s by now', move('bina@example.com'));
      const other = `insert into jobs (for_tenant, kind, queue, payload, state) values
        ('${P}', 'jobLetter', 'outside', jsonb_build_object('letter', '${letter}'), 'dead')`;
      await goesAgain(probe, true, 'what was given up', other);
      await probe.scene(async () => {
        must((await asked(probe, again)) === true && (await asked(probe, again)) === false, 'twice at once');
        must((await jobsOf(probe)).length === 1, 'two jobs for one letter');
      });
      must((await probe.as('ss_tenant', A, 'select 1')).ok, 'control');
    },
  },
  {
    name: 'letters: a new password or address takes back what was not sent, and keeps what is told of the rest',
    async holds(probe) {
      const left = async () =>
        (await probe.owner('select fate from letters where fate is not null')).map(({ fate }) => fate);
      const at = `'${session('asha')}', ${secret('asha')}, 'owner'`;
      await lay(probe, 'asha');
      await lay(probe, 'asha', sent, uuidOf('letter 2'));
      await lay(probe, 'bina', {}, uuidOf('letter 3'));
      await probe.scene(async () => {
        await probe.as('ss_auth', null, `select identity.change_password(${at}, 'new', true)`);
        must((await left()).join() === 'sent,address', `after a new password: ${(await left()).join()}`);
      });
      await probe.owner(`insert into one_time_tokens (token_hash, purpose, user_id, data, expires_at)
        values (${bytesOf('token')}, 'email', '${person('asha')}', 'new@example.com', now() + interval '1 hour')`);
      await probe.as('ss_auth', null, `select identity.change_email(${bytesOf('token')}, 'owner')`);
      must((await left()).join() === 'sent,address', `after a new address: ${(await left()).join()}`);
    },
  },
  {
    name: 'letters: a tenant learns what did not arrive of those who work there, and no more',
    async holds(probe) {
      const names = ['asha', 'both', 'open', 'gone'] as const;
      const only = async (claim: string, wanted: string, what: string) => {
        const got = (await toMembers(probe, claim, A, names)).sort().join();
        must(got === wanted, `${what}: ${got}`);
      };
      for (const name of names) await lay(probe, name, {}, uuidOf(`letter to ${name}`));
      await only(A, 'asha reset address,both reset address', 'those who work there');
      await only(P, 'asha reset address,both reset address', 'to the platform, those who work there');
      for (const [what, change] of [
        ['what was sent', `fate = 'sent'`],
        ['what waits', 'fate = null, ended_at = null'],
        ['to a new address', `purpose = 'email', data = 'x@example.com'`],
        ['to a former address', `purpose = 'emailChanged', data = 'x@example.com'`],
        ['of the other portal', `portal = 'admin'`],
      ] as const)
        await probe.scene(async () => {
          await probe.owner(`update letters set ${change}`);
          await only(A, '', `a tenant learns ${what}`);
          must((await toMembers(probe, P, A, names)).length === 2, `the platform is not told ${what}`);
        });
      const foreign = `select * from identity.letters_to('${B}', '{${member('bina', B)}}')`;
      await probe.refused('ss_tenant', A, foreign, denied, 'letters of another tenant');
      const mixed = `select * from identity.letters_to('${A}', '{${member('both', B)}}')`;
      await probe.allowed('ss_tenant', A, mixed, 0, 'letters by another tenant’s member');
    },
  },
  {
    name: 'letters: the desk is the platform’s, under its claim',
    async holds(probe) {
      for (const call of [told, again]) {
        await probe.allowed('ss_platform', P, `select ${call}`, 1, call);
        await probe.refused('ss_platform', A, `select ${call}`, denied, `${call} under a tenant’s claim`);
        await probe.refused('ss_platform', null, `select ${call}`, noClaim, `${call} without a claim`);
        for (const role of logins.filter((one) => one !== 'ss_platform'))
          await probe.refused(role, P, `select ${call}`, denied, call);
      }
      const to = `select * from identity.letters_to('${A}', '{}')`;
      await probe.refused('ss_tenant', null, to, noClaim, 'letters without a claim');
      for (const role of logins.filter((one) => !['ss_platform', 'ss_tenant'].includes(one)))
        await probe.refused(role, A, to, denied, 'letters to members');
    },
  },
];
