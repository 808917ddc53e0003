import { A, B, bytesOf, libraryA, member, P, type PersonName, person, secret, session } from './people.ts';
import { type Behaviour, must, type Probe, type Role } from './probe.ts';

interface Entering {
  who: PersonName;
  claim: string;
  login: Role;
  portal: string;
  hash: string;
  roles: string;
  permission: string;
  evenExpired: string;
  library: string;
}

const owner: Entering = {
  who: 'asha',
  claim: A,
  login: 'ss_tenant',
  portal: `'owner'`,
  hash: secret('asha'),
  roles: `array['owner']`,
  permission: `'libraries:read'`,
  evenExpired: 'false',
  library: 'null',
};
const chief: Entering = {
  ...owner,
  who: 'chief',
  claim: P,
  login: 'ss_platform',
  portal: `'admin'`,
  hash: secret('chief'),
  roles: `array['super_admin']`,
};

const call = (e: Entering) => `select * from wall.enter('${session(e.who)}', ${e.hash}, ${e.portal}, ${e.roles},
  ${e.permission}, ${e.evenExpired}, ${e.library})`;

async function answers(probe: Probe, entering: Entering, wanted: string, what: string): Promise<void> {
  const answer = await probe.as(entering.login, entering.claim, call(entering));
  const got = answer.ok ? (answer.count === 1 && answer.rows[0]?.['user_id'] ? 'in' : 'quiet') : answer.code;
  must(got === wanted, `${what}: ${got} in place of ${wanted}`);
}

/** First the positive control, then the same call after `change`. */
function condition(name: string, change: string, entering: Partial<Entering>, wanted: string, base = owner): Behaviour {
  return {
    name: `gate: ${name}`,
    async holds(probe) {
      await answers(probe, base, 'in', 'control');
      await probe.scene(async () => {
        if (change) await probe.owner(change);
        await answers(probe, { ...base, ...entering }, wanted, name);
      });
    },
  };
}

const ofSession = (what: string, who: PersonName = 'asha') =>
  `update sessions set ${what} where id = '${session(who)}'`;
const ofTenant = (what: string, tenant = A) => `update tenants set ${what} where id = '${tenant}'`;
const ofMember = (what: string) => `update memberships set ${what} where id = '${member('asha', A)}'`;
const rotated = (more: string) =>
  ofSession(`previous_hash = secret_hash, secret_hash = ${bytesOf('next')}, generation = 1, ${more}`);
const over = `previous_until = now() - interval '1 second'`;
const within = `previous_until = now() + interval '1 second'`;

export const gateBehaviours: readonly Behaviour[] = [
  condition('a member enters', '', {}, 'in'),
  condition('the platform enters', '', {}, 'in', chief),
  condition('unknown session', '', { who: 'gone', hash: bytesOf('x') }, 'S1001'),
  condition('wrong secret', '', { hash: bytesOf('wrong') }, 'S1001'),
  condition('another person’s secret', '', { hash: secret('bina') }, 'S1001'),
  condition('no secret', '', { hash: 'null' }, 'S1001'),
  condition('no secret after a rotation', rotated(`${over}, confirmed_at = now()`), { hash: 'null' }, 'S1001'),
  condition('current secret', rotated(`${over}, confirmed_at = now()`), { hash: bytesOf('next') }, 'in'),
  condition('previous secret within the grace', rotated(`${within}, confirmed_at = now()`), {}, 'in'),
  condition('previous secret before confirmation', rotated(over), {}, 'in'),
  condition('previous secret after confirmation', rotated(`${over}, confirmed_at = now()`), {}, 'S1001'),
  condition('ended session', ofSession(`ended_at = now(), end_reason = 'x'`), {}, 'S1001'),
  condition('idle too long', ofSession(`idle_ends_at = now() - interval '1 second'`), {}, 'S1001'),
  condition('thirty days over', ofSession(`ends_at = now() - interval '1 second'`), {}, 'S1001'),
  condition('access time over', ofSession(`access_ends_at = now() - interval '1 second'`), {}, 'S1003'),
  condition('wrong portal', '', { portal: `'admin'` }, 'S1001'),
  condition('no portal', '', { portal: 'null' }, 'S1001'),
  condition('claim is not the session’s tenant', '', { claim: B }, 'S1001'),
  condition(
    'claim where one is a member but which was not chosen',
    '',
    { who: 'both', hash: secret('both'), claim: B },
    'S1001',
  ),
  condition('no tenant chosen', ofSession('for_tenant = null'), {}, 'S1001'),
  condition('session points where one is no member', ofSession(`for_tenant = '${B}'`), { claim: B }, 'S1001'),
  condition('disabled person', `update users set active = false where id = '${person('asha')}'`, {}, 'S1006'),
  condition('removed member', '', { who: 'gone', hash: secret('gone'), roles: `array['manager']` }, 'S1001'),
  condition('invitation not accepted', '', { who: 'open', hash: secret('open'), roles: `array['staff']` }, 'S1001'),
  condition('deleted tenant', ofTenant('deleted_at = now()'), {}, 'S1001'),
  condition(
    'suspended tenant',
    ofTenant(`status = 'suspended', suspended_reason = 'r', suspended_at = now()`),
    { evenExpired: 'true' },
    'S4004',
  ),
  condition('expired tenant', ofTenant(`status = 'expired'`), {}, 'S4002'),
  condition('expired tenant, asked with null', ofTenant(`status = 'expired'`), { evenExpired: 'null' }, 'S4002'),
  condition('expired tenant may pay', ofTenant(`status = 'expired'`), { evenExpired: 'true' }, 'in'),
  condition('trial over', ofTenant(`status = 'trial', trial_ends_at = now() - interval '1 second'`), {}, 'S4002'),
  condition('on trial', ofTenant(`status = 'trial', trial_ends_at = now() + interval '1 day'`), {}, 'in'),
  condition('subscription over', ofTenant(`subscription_ends_at = now() - interval '1 second'`), {}, 'S4002'),
  condition('role without the permission', '', { roles: `array['manager']` }, 'S1004'),
  condition('no role has it', '', { roles: `'{}'::text[]` }, 'S1004'),
  condition('roles null', '', { roles: 'null' }, 'S1004'),
  condition('a null among the roles', '', { roles: 'array[null]::text[]' }, 'S1004'),
  condition('permission null', '', { permission: 'null' }, 'S1004'),
  condition('permission removed', ofMember(`removed = array['libraries:read']`), {}, 'S1004'),
  condition(
    'permission added and removed',
    ofMember(`added = array['libraries:read'], removed = array['libraries:read']`),
    { roles: `array['manager']` },
    'S1004',
  ),
  condition('permission added', ofMember(`added = array['libraries:read']`), { roles: `array['manager']` }, 'in'),
  condition('another permission added', ofMember(`added = array['x']`), { roles: `array['manager']` }, 'S1004'),
  condition('library claimed by an unbound member', '', { library: `'${libraryA}'` }, 'S1001'),
  condition(
    'bound member on the members’ login',
    `with m as (${ofMember(`library_id = '${libraryA}'`)}) ${ofSession(`library_id = '${libraryA}'`)}`,
    { library: `'${libraryA}'` },
    'S1001',
  ),
  condition('bound member who claims no library', ofMember(`library_id = '${libraryA}'`), {}, 'S1001'),
  condition('a business claimed on the platform’s login', '', { login: 'ss_platform' }, 'S1001'),
  condition('the platform claimed on the tenants’ login', '', { login: 'ss_tenant' }, 'S1001', chief),
  condition(
    'session of the owner portal on the platform',
    ofSession(`portal = 'owner'`, 'chief'),
    { portal: `'owner'` },
    'S1001',
    chief,
  ),
  condition('session of the admin portal in a business', ofSession(`portal = 'admin'`), { portal: `'admin'` }, 'S1001'),
  {
    name: 'gate: needs a claim',
    async holds(probe) {
      for (const code of ['42704 22P02']) {
        await probe.refused('ss_tenant', null, call(owner), code.split(' '), 'enters without a claim');
      }
    },
  },
  {
    name: 'gate: is shut for the auth login and PUBLIC',
    async holds(probe) {
      await probe.refused('ss_auth', A, call(owner), ['42501'], 'ss_auth enters');
      await probe.owner('create role fresh_stranger');
      await probe.owner('grant usage on schema wall to fresh_stranger');
      const [row] = await probe.owner(`select has_function_privilege('fresh_stranger',
        'wall.enter(uuid, bytea, text, text[], text, boolean, uuid)', 'execute') as may`);
      must(row?.['may'] === false, 'everyone may call the gate');
    },
  },
  {
    name: 'gate: tells when to confirm',
    async holds(probe) {
      for (const [more, hash, wanted] of [
        [`${within}, confirm_after = now() - interval '1 second'`, bytesOf('next'), true],
        [`${within}, confirm_after = now() + interval '1 second'`, bytesOf('next'), false],
        [`${within}, confirm_after = now() - interval '1 second'`, secret('asha'), false],
        [`${within}, confirm_after = now() - interval '1 second', confirmed_at = now()`, bytesOf('next'), false],
      ] as const) {
        await probe.scene(async () => {
          await probe.owner(rotated(more));
          const answer = await probe.as('ss_tenant', A, call({ ...owner, hash }));
          must(answer.ok && answer.rows[0]?.['confirm'] === wanted, `confirm is not ${wanted} after ${more}`);
        });
      }
    },
  },
  {
    name: 'gate: keeps its own names',
    async holds(probe) {
      // A table of the same name earlier on the caller's path must not be read in place of the real one.
      await probe.scene(async () => {
        await probe.owner(`create schema shadow; grant usage on schema shadow to public`.split(';')[0] ?? '');
        await probe.owner('grant usage on schema shadow to public');
        await probe.owner(
          `create function shadow.now() returns timestamptz language sql as $$ select '-infinity'::timestamptz $$`,
        );
        await probe.owner('grant execute on function shadow.now() to public');
        await probe.owner(ofSession(`access_ends_at = now() - interval '1 second'`));
        await probe.owner('set local search_path = shadow, pg_catalog, public');
        await answers(probe, owner, 'S1003', 'a shadowed now()');
      });
    },
  },
];
