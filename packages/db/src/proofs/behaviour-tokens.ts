import { A, B, bytesOf, member, P, person, secret, session } from './people.ts';
import { type Behaviour, must, type Probe, type Role } from './probe.ts';

async function ask(probe: Probe, call: string, role: Role = 'ss_auth', claim: string | null = null): Promise<unknown> {
  const answer = await probe.as(role, claim, `select ${call} as answer`);
  must(answer.ok, `${call} as ${role} answered ${answer.ok ? '' : answer.code}`);
  return answer.rows[0]?.['answer'];
}

const token = bytesOf('token');
const mail = (tenantMember: string, purpose: string) => `identity.mail_to_member('${tenantMember}', '${purpose}', 30)`;
const arm = (request: string, hash = token) => `identity.arm_token('\\x${request}', ${hash})`;
const requestOf = (answer: unknown) =>
  typeof answer === 'object' && answer !== null && 'request' in answer ? String(answer.request) : '';

/** As the product does it: the worker asks, and its second login arms. */
async function mailed(probe: Probe, tenantMember: string, purpose: string): Promise<void> {
  const request = requestOf(await ask(probe, mail(tenantMember, purpose), 'ss_system', A));
  must((await ask(probe, arm(request), 'ss_post')) === true, 'control: armed');
}

const lettersOf = (probe: Probe) => probe.owner('select id, purpose from letters where fate is null');

/** The one letter that waits, as the worker sends it: its link opens by this token from then on. */
async function sent(probe: Probe, hash = token): Promise<unknown> {
  const [letter, ...others] = await lettersOf(probe);
  must(letter !== undefined && others.length === 0, 'control: one letter');
  const due = await ask(probe, `identity.letter_due('${String(letter['id'])}')`, 'ss_system', P);
  if (!/^[0-9a-f]{64}$/.test(requestOf(due))) return due;
  await ask(probe, arm(requestOf(due), hash), 'ss_post');
  await ask(probe, `identity.letter_done('${String(letter['id'])}', 'sent')`, 'ss_system', P);
  return due;
}

const has = (value: unknown, text: string) => JSON.stringify(value ?? null).includes(text);

export const tokenBehaviours: readonly Behaviour[] = [
  {
    name: 'tokens: an invitation needs a claim and tells nothing',
    async holds(probe) {
      const known = await ask(probe, `identity.invite('Bina@Example.com', 'typed', 'hi')`, 'ss_tenant', A);
      must(known === person('bina'), 'control: the known person');
      const fresh = await ask(probe, `identity.invite('fresh@example.com', 'typed', 'hi')`, 'ss_tenant', A);
      must(typeof fresh === 'string' && fresh.charAt(14) === '4', 'the time stands in the id of a new person');
      const personOf = async (id: string) =>
        (await probe.owner(`select name, locale from users where id = '${id}'`))[0];
      must((await personOf(fresh))?.['locale'] === 'hi', 'who is new reads another language than who invites them');
      const row = await personOf(person('bina'));
      must(row?.['name'] === 'bina', 'an invitation renames a person');
      must(row?.['locale'] === 'en', 'an invitation changes a language');
      for (const role of ['ss_tenant', 'ss_platform'] as const) {
        await probe.refused(
          role,
          null,
          `select identity.invite('x@example.com', 'n', 'hi')`,
          ['42704', '22P02'],
          'invites without a claim',
        );
      }
      const unclaimed = `select ${mail(member('both', A), 'reset')}`;
      await probe.refused('ss_system', null, unclaimed, ['42704', '22P02'], 'mails without a claim');
      await probe.refused(
        'ss_auth',
        A,
        `select identity.invite('x@example.com', 'n', 'hi')`,
        ['42501'],
        'ss_auth invites',
      );
    },
  },
  {
    name: 'tokens: a notice is mailed to members who work here, and to nobody else',
    async holds(probe) {
      const address = (who: string) => `identity.address_of_member('${who}')`;
      const of = (who: string) => ask(probe, address(who), 'ss_system', A);
      must(has(await of(member('both', A)), 'both@example.com'), 'control: the person’s own address');
      must((await of(member('bina', B))) === null, "another tenant's member");
      must((await of(member('gone', A))) === null, 'a removed member');
      must((await of(member('open', A))) === null, 'an open invitation');
      for (const role of ['ss_tenant', 'ss_platform', 'ss_auth', 'ss_post'] as const)
        await probe.refused(role, A, `select ${address(member('both', A))}`, ['42501'], 'asks for an address');
      await probe.owner(`update users set active = false where id = '${person('both')}'`);
      must((await of(member('both', A))) === null, 'somebody who is switched off');
    },
  },
  {
    name: 'tokens: a tenant mails its own members, to their own address, and never the token',
    async holds(probe) {
      const own = await ask(probe, mail(member('both', A), 'reset'), 'ss_system', A);
      must(has(own, 'both@example.com'), 'control: the person’s own address');
      must(!has(own, 'hash'), 'the answer holds a secret');
      const count = async () => (await probe.owner('select 1 from one_time_tokens')).length;
      const before = await count();
      must((await ask(probe, mail(member('bina', B), 'reset'), 'ss_system', A)) === null, "another tenant's member");
      must((await ask(probe, mail(member('gone', A), 'reset'), 'ss_system', A)) === null, 'a removed member');
      must(
        (await ask(probe, mail(member('open', A), 'reset'), 'ss_system', A)) === null,
        'reset of an open invitation',
      );
      must(
        (await ask(probe, mail(member('both', A), 'invite'), 'ss_system', A)) === null,
        'invites an accepted member',
      );
      must((await count()) === before, 'a token was kept for nobody');
      const [row] = await probe.owner(`select email from users where id = '${person('both')}'`);
      must(row?.['email'] === 'both@example.com', 'the address changed');
      for (const name of [
        'reset_password(bytea, text, text)',
        'ask_letter_by_mail(text, text, text, text)',
        'token_facts(bytea, text)',
      ]) {
        const [may] = await probe.owner(
          `select has_function_privilege('ss_tenant', 'identity.${name}', 'execute') as may`,
        );
        must(may?.['may'] === false, `a tenant may call ${name}`);
      }
    },
  },
  {
    name: 'tokens: what a tenant had mailed opens by a token that the post chose, and by no other',
    async holds(probe) {
      const first = requestOf(await ask(probe, mail(member('both', A), 'reset'), 'ss_system', A));
      const second = requestOf(await ask(probe, mail(member('both', A), 'reset'), 'ss_system', A));
      must(first !== second, 'two requests are one');
      for (const role of ['ss_tenant', 'ss_platform', 'ss_auth', 'ss_system'] as const)
        await probe.refused(role, A, `select ${arm(first)}`, ['42501'], `${role} arms a link`);
      for (const role of ['ss_tenant', 'ss_platform', 'ss_auth', 'ss_post'] as const)
        await probe.refused(
          role,
          A,
          `select ${mail(member('both', A), 'reset')}`,
          ['42501'],
          `${role} asks for a link`,
        );
      const [free] = await probe.owner(`select count(*)::int as signatures from pg_proc p
        where p.pronamespace = 'identity'::regnamespace and p.proargtypes::oid[] @> array['bytea'::regtype::oid]
          and has_function_privilege('ss_tenant', p.oid, 'execute')`);
      must(free?.['signatures'] === 0, 'a login of members hands over a hash');
      await probe.scene(async () => {
        await probe.owner(`update one_time_tokens set created_at = now() - interval '2 minutes'`);
        must((await ask(probe, arm(first), 'ss_post')) === false, 'a request of long ago is armed');
      });
      must((await ask(probe, arm(first), 'ss_post')) === true, 'control: armed');
      must((await ask(probe, arm(first, bytesOf('other')), 'ss_post')) === false, 'armed twice');
      await ask(probe, mail(member('both', A), 'reset').replace('30', '20160'), 'ss_system', A);
      const late = await probe.owner(`select 1 from one_time_tokens where purpose = 'reset'
        and expires_at > now() + interval '31 minutes'`);
      must(late.length === 0, 'a reset is good for days');
      must(has(await ask(probe, `identity.reset_password(${token}, 'new', 'owner')`), 'both@'), 'control: it opens');
    },
  },
  {
    name: 'tokens: an invitation is accepted once, by its own token',
    async holds(probe) {
      await mailed(probe, member('open', A), 'invite');
      const [open] = await probe.owner(`select accepted_at from memberships where id = '${member('open', A)}'`);
      must(open?.['accepted_at'] === null, 'accepted by being mailed');
      must((await ask(probe, `identity.accept_invitation(${bytesOf('wrong')}, null, null)`)) === null, 'a wrong token');
      await probe.scene(async () => {
        await probe.owner(`update one_time_tokens set expires_at = now()`);
        must((await ask(probe, `identity.accept_invitation(${token}, null, null)`)) === null, 'an expired token');
      });
      await probe.scene(async () => {
        await probe.owner(`update memberships set removed_at = now() where id = '${member('open', A)}'`);
        must((await ask(probe, `identity.accept_invitation(${token}, null, null)`)) === null, 'a withdrawn invitation');
      });
      must(
        has(await ask(probe, `identity.accept_invitation(${token}, 'Other', 'taken')`), 'accepted'),
        'control: accepts',
      );
      must((await ask(probe, `identity.accept_invitation(${token}, null, null)`)) === null, 'a token used twice');
      await probe.scene(async () => {
        await probe.owner('update one_time_tokens set used_at = null');
        const twice = await ask(probe, `identity.accept_invitation(${token}, null, null)`);
        must(twice === null, 'an invitation accepted twice');
      });
      const [user] = await probe.owner(`select name, password_hash from users where id = '${person('open')}'`);
      must(
        user?.['name'] === 'open' && user['password_hash'] === 'hash open',
        'an invitation sets a known person’s password',
      );
      const rows = await probe.owner(
        `select name from memberships where id = '${member('open', A)}' and accepted_at is not null`,
      );
      must(rows[0]?.['name'] === 'open', 'the copy is the person’s own name');
    },
  },
  {
    name: 'tokens: a new person chooses name and password',
    async holds(probe) {
      const id = await ask(probe, `identity.invite('fresh@example.com', 'typed', 'hi')`, 'ss_tenant', A);
      await probe.as(
        'ss_tenant',
        A,
        `insert into memberships (user_id, role, name, email)
        values ('${String(id)}', 'staff', 'typed', 'fresh@example.com')`,
      );
      const [row] = await probe.owner(`select id from memberships where user_id = '${String(id)}'`);
      await mailed(probe, String(row?.['id']), 'invite');
      must(
        has(await ask(probe, `identity.accept_invitation(${token}, null, null)`), 'needs-password'),
        'no password asked',
      );
      must(
        has(await ask(probe, `identity.accept_invitation(${token}, 'Own', 'own hash')`), 'accepted'),
        'control: accepts',
      );
      const [user] = await probe.owner(`select name, password_hash, verified_at from users where id = '${String(id)}'`);
      must(
        user?.['name'] === 'Own' && user['password_hash'] === 'own hash' && user['verified_at'] !== null,
        'as chosen',
      );
    },
  },
  {
    name: 'tokens: a reset works once, in time, and ends all sessions',
    async holds(probe) {
      const make = async (hash: string) => {
        await ask(probe, `identity.ask_letter_by_mail('Asha@example.com', 'reset', 'owner', null)`);
        return sent(probe, hash);
      };
      must(has(await make(token), 'asha@example.com'), 'control: makes a token');
      await ask(probe, `identity.ask_letter_by_mail('nobody@example.com', 'reset', 'owner', null)`);
      must((await lettersOf(probe)).length === 0, 'a letter to nobody');
      await probe.scene(async () => {
        await probe.owner('update one_time_tokens set expires_at = now()');
        must((await ask(probe, `identity.reset_password(${token}, 'new', 'owner')`)) === null, 'an expired token');
      });
      must((await ask(probe, `identity.verify_email(${token})`)) === null, 'a token of another purpose');
      await make(bytesOf('second'));
      await ask(probe, `identity.ask_letter_by_mail('asha@example.com', 'device', 'owner', 'phone')`);
      must(has(await ask(probe, `identity.reset_password(${token}, 'new', 'owner')`), 'asha'), 'control: resets');
      must((await ask(probe, `identity.reset_password(${token}, 'newer', 'owner')`)) === null, 'a token used twice');
      must(
        (await ask(probe, `identity.reset_password(${bytesOf('second')}, 'newer', 'owner')`)) === null,
        'an older link after a reset',
      );
      const told = await lettersOf(probe);
      must(told.length === 1 && told[0]?.['purpose'] === 'passwordChanged', 'a link still waits, or nobody is told');
      const ended = await probe.owner(`select user_id from sessions where ended_at is not null`);
      must(ended.length === 1 && ended[0]?.['user_id'] === person('asha'), 'the wrong sessions ended');
      const rows = await probe.owner(`select 1 from users where password_hash = 'new'`);
      must(rows.length === 1, "another person's password");
    },
  },
  {
    name: 'tokens: a new address counts once its link was used',
    async holds(probe) {
      const want = (email: string) =>
        ask(probe, `identity.ask_letter('${session('both')}', ${secret('both')}, 'owner', 'email', '${email}')`);
      await want('Asha@example.com');
      must((await lettersOf(probe)).length === 0, "another person's address");
      await want('New@example.com');
      must(has(await sent(probe), 'new@example.com'), 'control: makes a token');
      const [before] = await probe.owner(`select email from users where id = '${person('both')}'`);
      must(before?.['email'] === 'both@example.com', 'changed before the link was used');
      must(has(await ask(probe, `identity.change_email(${token}, 'owner')`), 'new@example.com'), 'control: changes');
      const copies = await probe.owner(`select tenant_id from memberships where email = 'new@example.com'`);
      must(copies.length === 2, `${copies.length} copies`);
      must((await ask(probe, `identity.change_email(${token}, 'owner')`)) === null, 'a token used twice');
      must(has(await sent(probe), 'both@example.com'), 'the former address is not told');
    },
  },
  {
    name: 'tokens: a letter is named to the platform’s worker alone, and its job tells nothing of it',
    async holds(probe) {
      await ask(probe, `identity.ask_letter_by_mail('asha@example.com', 'device', 'owner', 'phone')`);
      const [job] = await probe.owner(`select payload::text as payload, for_tenant from jobs where kind = 'jobLetter'`);
      must(job?.['for_tenant'] === P, 'a job of another than the platform');
      must(!has(job, 'asha') && !has(job, 'phone'), 'the job tells whom it is for');
      const [letter] = await lettersOf(probe);
      const due = `select identity.letter_due('${String(letter?.['id'])}')`;
      await probe.refused('ss_system', A, due, ['42501'], 'a letter under a tenant’s claim');
      await probe.refused(
        'ss_system',
        A,
        due.replace(/due(.*)\)$/, `done$1, 'sent')`),
        ['42501'],
        'done under a tenant’s claim',
      );
      for (const role of ['ss_auth', 'ss_post', 'ss_platform', 'ss_tenant'] as const)
        await probe.refused(role, P, due, ['42501'], `${role} reads a letter`);
      await probe.allowed('ss_system', P, due, 1, 'control');
      await probe.scene(async () => {
        await probe.owner(`update users set active = false where id = '${person('asha')}'`);
        must((await ask(probe, due.slice(7), 'ss_system', P)) === null, 'a letter to who is switched off');
      });
      for (const call of [`ask_letter_by_mail('asha@example.com', 'verify', 'owner', null)`])
        await probe.refused('ss_auth', null, `select identity.${call}`, ['22023'], 'another purpose');
      await probe.scene(async () => {
        await probe.owner(`update letters set created_at = now() - interval '31 days'`);
        must((await ask(probe, due.slice(7), 'ss_system', P)) === null, 'a letter of long ago');
        must((await lettersOf(probe)).length === 0, 'a letter of long ago is kept');
      });
    },
  },
  {
    name: 'tokens: the owner of a tenant is mailed under its claim alone',
    async holds(probe) {
      await probe.scene(async () => {
        await probe.owner(`update memberships set accepted_at = null where id = '${member('bina', B)}'`);
        must(
          (await ask(probe, mail(member('bina', B), 'invite'), 'ss_system', P)) === null,
          'a member of another claim',
        );
        must(
          has(await ask(probe, mail(member('bina', B), 'invite'), 'ss_system', B), 'bina@'),
          'control: under its claim',
        );
      });
    },
  },
];
