import { A, B, bytesOf, P, type PersonName, person, secret, session } from './people.ts';
import { type Behaviour, must, type Probe, type Role } from './probe.ts';

const at = (who: PersonName, hash = secret(who), portal = 'owner') => `'${session(who)}', ${hash}, '${portal}'`;

async function ask(probe: Probe, call: string, role: Role = 'ss_auth', claim: string | null = null): Promise<unknown> {
  const answer = await probe.as(role, claim, `select ${call} as answer`);
  must(answer.ok, `${call} as ${role} answered ${answer.ok ? '' : answer.code}`);
  return answer.rows[0]?.['answer'];
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

async function one(probe: Probe, text: string): Promise<Record<string, unknown>> {
  const [row] = await probe.owner(text);
  must(row !== undefined, `no row: ${text}`);
  return row;
}

const asPerson = [
  'person',
  'choices',
  'support_contact',
  'list_sessions',
  'password_of',
  'end_other_sessions',
] as const;

const more: Readonly<Record<string, string>> = {
  choose_tenant: `, '${A}'`,
  end_other_session: `, '${session('bina')}'`,
  change_password: `, 'new', true`,
  update_person: `, 'n', null, 'en'`,
  ask_letter: `, 'verify', null`,
};

const allAsPerson = [...asPerson, ...Object.keys(more)];

const rotation = (hash: string, from: number, next: string, age = 0) =>
  `identity.rotate(${at('asha', hash)}, ${from}, ${bytesOf(next)}, 900, 30, 60, ${age})`;
const first = secret('asha');

async function outcome(probe: Probe, call: string, wanted: string): Promise<void> {
  const got = field(await ask(probe, call), 'outcome');
  must(got === wanted, `${call}: ${String(got)} in place of ${wanted}`);
}

export const identityBehaviours: readonly Behaviour[] = [
  {
    name: 'identity: every function of a person needs session, secret, portal, life and access',
    async holds(probe) {
      for (const name of allAsPerson) {
        const call = (hash: string, portal = 'owner') =>
          `select identity.${name}(${at('asha', hash, portal)}${more[name] ?? ''})`;
        await probe.allowed('ss_auth', null, call(first), 1, name);
        for (const hash of [bytesOf('wrong'), secret('bina'), 'null']) {
          await probe.refused('ss_auth', null, call(hash), ['S1001'], `${name} with a wrong secret`);
        }
        await probe.refused('ss_auth', null, call(first, 'admin'), ['S1001'], `${name} from the other portal`);
        const after = async (change: string, code: string) =>
          probe.scene(async () => {
            await probe.owner(change);
            await probe.refused('ss_auth', null, call(first), [code], `${name} after ${change}`);
          });
        const set = (what: string) => `update sessions set ${what} where id = '${session('asha')}'`;
        await after(set(`ended_at = now(), end_reason = 'x'`), 'S1001');
        await after(set(`ends_at = now()`), 'S1001');
        await after(set(`idle_ends_at = now()`), 'S1001');
        await after(set(`access_ends_at = now()`), 'S1003');
        await after(`update users set active = false where id = '${person('asha')}'`, 'S1006');
      }
    },
  },
  {
    name: 'identity: functions belong to the auth login',
    async holds(probe) {
      const inner = [
        'find_login(text)',
        'choices(uuid, bytea, text)',
        'rotate(uuid, bytea, text, int, bytea, int, int, int, int)',
      ];
      for (const role of ['ss_tenant', 'ss_platform', 'ss_gate']) {
        for (const name of inner) {
          const row = await one(
            probe,
            `select has_function_privilege('${role}', 'identity.${name}', 'execute') as may`,
          );
          must(row['may'] === false, `${role} may call ${name}`);
        }
      }
      await probe.refused('ss_tenant', A, `select identity.find_login('asha@example.com')`, ['42501'], 'finds a login');
      const hidden = await probe.owner(`select p.proname from pg_proc p where pronamespace = 'identity'::regnamespace
        and not prosecdef and has_function_privilege('ss_auth', p.oid, 'execute')`);
      must(hidden.length === 0, 'ss_auth may call an inner part');
    },
  },
  {
    name: 'identity: choices are one’s own and fit the portal',
    async holds(probe) {
      const list = await ask(probe, `identity.choices(${at('both')})`);
      must(Array.isArray(list) && list.length === 2, 'control: a person in two tenants has two');
      const asha = await ask(probe, `identity.choices(${at('asha')})`);
      must(Array.isArray(asha) && asha.length === 1 && field(asha[0], 'tenantId') === A, 'choices of others');
      const open = await ask(probe, `identity.choices(${at('open')})`);
      must(
        Array.isArray(open) && open.length === 1 && field(open[0], 'tenantId') === B,
        'an open invitation is a choice',
      );
      const gone = await ask(probe, `identity.choices(${at('gone')})`);
      must(Array.isArray(gone) && gone.length === 0, 'a removed member has a choice');
      const chief = await ask(probe, `identity.choices(${at('chief', secret('chief'), 'admin')})`);
      must(
        Array.isArray(chief) && chief.length === 1 && field(chief[0], 'tenantId') === P,
        'the platform by its portal',
      );
    },
  },
  {
    name: 'identity: of all settings the platform’s address for help alone is told',
    async holds(probe) {
      await probe.scene(async () => {
        const set = (tenant: string, key: string, value: string) =>
          probe.owner(`insert into settings (tenant_id, key, value) values ('${tenant}', '${key}', '"${value}"')`);
        await set(A, 'platform.support_email', 'of A');
        await set(P, 'platform.notice', 'another');
        must((await ask(probe, `identity.support_contact(${at('asha')})`)) === null, 'told what is no such address');
        await set(P, 'platform.support_email', 'of all');
        must((await ask(probe, `identity.support_contact(${at('asha')})`)) === 'of all', 'control: it is told');
      });
    },
  },
  {
    name: 'identity: one chooses among one’s own tenants alone',
    async holds(probe) {
      const choose = (who: PersonName, tenant: string) => `select identity.choose_tenant(${at(who)}, '${tenant}')`;
      await probe.allowed('ss_auth', null, choose('both', B), 1, 'chooses the other tenant');
      const nothing = async (who: PersonName, tenant: string, what: string) =>
        must((await ask(probe, `identity.choose_tenant(${at(who)}, '${tenant}')`)) === null, `chose ${what}`);
      await nothing('asha', B, 'a tenant of others');
      await nothing('open', A, 'an open invitation');
      await nothing('gone', A, 'a tenant that removed one');
      await nothing('asha', P, 'the platform');
    },
  },
  {
    name: 'identity: a new name reaches one’s own accepted memberships',
    async holds(probe) {
      for (const who of ['both', 'open', 'gone'] as const) {
        await probe.scene(async () => {
          await ask(probe, `identity.update_person(${at(who)}, 'Renamed', '+919876543210', 'hi')`);
          const rows = await probe.owner(`select user_id, accepted_at is not null and removed_at is null as counts, name
            from memberships`);
          for (const row of rows) {
            const mine = row['user_id'] === person(who) && row['counts'] === true;
            must((row['name'] === 'Renamed') === mine, `${who}: a name in the wrong place`);
          }
          const told = await probe.owner(`select tenant_id from domain_events where name = 'person.renamed'`);
          const counted = rows.filter((row) => row['user_id'] === person(who) && row['counts'] === true);
          must(told.length === counted.length, `${who}: told ${told.length} trails`);
        });
      }
    },
  },
  {
    name: 'identity: failures are told without the mail',
    async holds(probe) {
      await ask(probe, `identity.sign_in_failed('Both@example.com', 'owner', '10.0.0.1', 'password')`);
      await ask(probe, `identity.sign_in_failed('nobody@example.com', 'owner', '10.0.0.1', 'unknown')`);
      const rows = await probe.owner(
        `select tenant_id, e::text as line from domain_events e where name = 'person.sign_in_failed'`,
      );
      const tenants = rows.map((row) => row['tenant_id']);
      must(tenants.length === 3 && [A, B, P].every((tenant) => tenants.includes(tenant)), 'the wrong trails');
      must(!rows.some((row) => String(row['line']).includes('nobody')), 'the mail of a stranger stands in a trail');
    },
  },
  {
    name: 'identity: a session starts for the login that was found',
    async holds(probe) {
      const start = (
        hash: string,
        id: string,
        portal = 'owner',
      ) => `identity.start_session('asha@example.com', '${hash}',
        '${portal}', '${id}', '\\x02', ${bytesOf(id)}, 'ip', 'agent', null, 900, 7, 30, '${session('asha')}', ${first}, 'owner')`;
      const id = '00000000-0000-4000-8000-000000000001';
      must((await ask(probe, start('other', id))) === null, 'a session on a stale password');
      must(
        (await one(probe, `select ended_at from sessions where id = '${session('asha')}'`))['ended_at'] === null,
        'ended early',
      );
      const made = await ask(probe, start('hash asha', id));
      must(field(made, 'tenant') === A && field(made, 'choices') === 1, 'control: the only tenant is chosen');
      const old = await one(probe, `select end_reason from sessions where id = '${session('asha')}'`);
      must(old['end_reason'] === 'replaced', 'the old session lives on');
      const admin = await ask(probe, start('hash asha', '00000000-0000-4000-8000-000000000002', 'admin'));
      must(field(admin, 'tenant') === null && field(admin, 'choices') === 0, 'a business chosen in the admin portal');
      await probe.owner(`update users set active = false where id = '${person('asha')}'`);
      must(
        (await ask(probe, start('hash asha', '00000000-0000-4000-8000-000000000003'))) === null,
        'a disabled person',
      );
    },
  },
  {
    name: 'identity: rotation hands one successor to all',
    async holds(probe) {
      await outcome(probe, rotation(first, 0, 'n1', 450), 'kept');
      await outcome(probe, rotation(first, 0, 'n1'), 'rotated');
      await outcome(probe, rotation(first, 0, 'other'), 'kept');
      const row = await one(
        probe,
        `select generation, encode(secret_hash, 'hex') = encode(${bytesOf('n1')}, 'hex') as same
        from sessions where id = '${session('asha')}'`,
      );
      must(row['generation'] === 1 && row['same'] === true, 'two successors');
      const before = await one(probe, `select ends_at from sessions where id = '${session('asha')}'`);
      await outcome(probe, rotation(bytesOf('n1'), 1, 'n2'), 'rotated');
      const after = await one(
        probe,
        `select ends_at, idle_ends_at <= ends_at as idle, access_ends_at <= ends_at as access
        from sessions where id = '${session('asha')}'`,
      );
      must(String(before['ends_at']) === String(after['ends_at']), 'the thirty days were pushed');
      must(after['idle'] === true && after['access'] === true, 'a session outlives its thirty days');
    },
  },
  {
    name: 'identity: reuse ends the session, a lost answer does not',
    async holds(probe) {
      const past = (what: string) => probe.owner(`update sessions set ${what} where id = '${session('asha')}'`);
      await outcome(probe, rotation(first, 0, 'n1'), 'rotated');
      await ask(probe, `identity.confirm(${at('asha', bytesOf('n1'))})`);
      must(
        (await one(probe, `select confirmed_at from sessions where id = '${session('asha')}'`))['confirmed_at'] ===
          null,
        'confirmed at first sight',
      );
      await past(`previous_until = now() - interval '1 hour', access_ends_at = now() - interval '50 minutes'`);
      await outcome(probe, rotation(first, 0, 'n1'), 'kept');
      const again = await one(
        probe,
        `select access_ends_at > now() as fresh from sessions where id = '${session('asha')}'`,
      );
      must(again['fresh'] === true, 'the lost answer gets no access');
      await past(`previous_until = now() - interval '1 hour', confirm_after = now() - interval '1 hour'`);
      must((await ask(probe, `identity.end_if_reused(${at('asha', first)})`)) === false, 'ended before confirmation');
      await ask(probe, `identity.confirm(${at('asha', first)})`);
      const still = await one(probe, `select confirmed_at from sessions where id = '${session('asha')}'`);
      must(still['confirmed_at'] === null, 'confirmed by the previous secret');
      await ask(probe, `identity.confirm(${at('asha', bytesOf('n1'))})`);
      await probe.scene(async () => {
        await outcome(probe, rotation(first, 0, 'n1'), 'reuse');
        await outcome(probe, rotation(bytesOf('n1'), 1, 'n2'), 'ended');
      });
      await probe.scene(async () => {
        must(
          (await ask(probe, `identity.end_if_reused(${at('asha', bytesOf('n1'))})`)) === false,
          'the current secret is reuse',
        );
        must((await ask(probe, `identity.end_if_reused(${at('asha', first)})`)) === true, 'reuse passes');
        const row = await one(probe, `select end_reason from sessions where id = '${session('asha')}'`);
        must(row['end_reason'] === 'reuse', 'no reason is kept');
      });
      await outcome(probe, rotation(bytesOf('n1'), 1, 'n2'), 'rotated');
      await outcome(probe, rotation(first, 0, 'n1'), 'reuse');
    },
  },
  {
    name: 'identity: sessions end for their own person alone',
    async holds(probe) {
      must(
        (await ask(probe, `identity.end_other_session(${at('asha')}, '${session('bina')}')`)) === false,
        "another person's session",
      );
      must(
        (await ask(probe, `identity.end_session(${at('asha', secret('bina'))}, 'x')`)) === false,
        'ended without the secret',
      );
      await ask(probe, `identity.end_other_sessions(${at('asha')})`);
      must(
        (await probe.owner('select 1 from sessions where ended_at is not null')).length === 0,
        'sessions of others ended',
      );
      must((await ask(probe, `identity.end_session(${at('asha')}, 'signed out')`)) === true, 'control: signs out');
      await probe.refused(
        'ss_auth',
        null,
        `select identity.person(${at('asha')})`,
        ['S1001'],
        'lives on after signing out',
      );
    },
  },
  {
    name: 'identity: a changed password ends the other sessions',
    async holds(probe) {
      const copy = '00000000-0000-4000-8000-000000000009';
      await probe.owner(`insert into sessions (id, user_id, portal, seed, secret_hash, access_ends_at, idle_days, idle_ends_at, ends_at)
        select '${copy}', user_id, portal, seed, secret_hash, access_ends_at, idle_days, idle_ends_at, ends_at
          from sessions where id = '${session('asha')}'`);
      await ask(probe, `identity.change_password(${at('asha')}, 'fresh', true)`);
      must((await ask(probe, `identity.password_of(${at('asha')})`)) === 'fresh', 'control: the new password');
      const ended = await probe.owner('select id from sessions where ended_at is not null');
      must(ended.length === 1 && ended[0]?.['id'] === copy, 'the wrong sessions ended');
      const others = await probe.owner(`select 1 from users where password_hash = 'fresh'`);
      must(others.length === 1, "another person's password");
    },
  },
];
