import { databaseSettings } from '../doors/database-doors.ts';
import { everyTable } from '../every-table.ts';
import { declaredTables } from '../schema/declaration.ts';
import type { Catalogue, Grant, Policy } from './catalogue.ts';

// What holds whatever is declared: a mistake that was declared too still falls here.
const logins = ['ss_tenant', 'ss_platform', 'ss_auth', 'ss_system', 'ss_post'];
const owners = ['ss_owner', 'ss_gate', 'ss_identity', 'ss_jobs'];
const people = ['users', 'sessions', 'one_time_tokens', 'letters'];
const ofJobs = /^jobs$|^job_/;
const claim = `(current_setting('app.tenant_id'::text))::uuid`;
const platform = `'00000000-0000-7000-8000-000000000001'::uuid`;
const searchPath = 'search_path=pg_catalog, pg_temp';

// A column that ends in `_id` has a key, or its table says why it has none.
await everyTable();
const isLoose = (table: string, column: string) => declaredTables.get(table)?.loose[column] !== undefined;

type Rule = (c: Catalogue) => string[];

const tenantTables = (c: Catalogue) => [
  'tenants',
  ...new Set(c.columns.filter(({ name }) => name === 'tenant_id').map(({ table }) => table)),
];
const keyColumn = (table: string) => (table === 'tenants' ? 'id' : 'tenant_id');
const rule = <T>(items: readonly T[], bad: (item: T) => boolean, say: (item: T) => string) =>
  items.filter(bad).map(say);
const nameOf = ({ name }: { name: string }) => name.slice(0, name.indexOf('('));
const named = (p: Policy) => `${p.table}.${p.name}`;
const granted = (g: Grant) => `${g.privilege} on ${g.object}${g.column ? `.${g.column}` : ''} to ${g.grantee}`;
const onTables = (c: Catalogue) => c.grants.filter(({ kind }) => kind === 'table' || kind === 'column');
const tableOf = (g: Grant) => g.object.replace('public.', '');

// No login ever updates these, whatever the table.
const fixed = [
  ...['tenant_id', 'id', 'key', 'user_id', 'tenant_kind', 'library_id', 'accepted_at', 'kind', 'slug', 'plan'],
  ...['max_libraries', 'max_students', 'max_staff', 'tx', 'seq', 'occurred_at', 'created_at', 'body_hash'],
];
// Nor money once written.
const money = /(^|_)paise$/;
const isFixed = (column: string) => fixed.includes(column) || money.test(column);

// What a library alone knows of people.
const libraryPeople = [
  ...['students', 'enrolments', 'student_words', 'labels', 'bulks', 'bulk_rows'],
  ...['consents', 'consent_withdrawals', 'imports', 'import_parts', 'import_rows'],
];

// What the platform writes; of all other tables of tenants it only reads.
const platformWrites = [
  'tenants',
  'memberships',
  'libraries',
  'settings',
  'feature_flags',
  'domain_events',
  'idempotency_keys',
  'views',
  'notifications',
  'inboxes',
  'announcements',
];
// What the worker writes for a tenant, and of the platform's.
const systemWrites = [
  ...['domain_events', 'notifications', 'inboxes', 'announcements'],
  ...['students', 'enrolments', 'student_words', 'labels', 'bulks', 'bulk_rows'],
  // A register that is brought in.
  ...['imports', 'import_parts', 'import_rows'],
];
// Of tenants, their members and what happened ss_jobs reads what tells whether a job may go on, and where it belongs.
const isEnvelope = (g: Grant) =>
  g.grantee === 'ss_jobs' &&
  g.privilege === 'SELECT' &&
  g.kind === 'column' &&
  !['before', 'after'].includes(g.column ?? '');
const forEveryone = ['settings', 'feature_flags'];
const end = (digit: string) => `'${[8, 4, 4, 4, 12].map((length) => digit.repeat(length)).join('-')}'::uuid`;
const bound = (digit: string) => `\nCASE\n    WHEN (${claim} = ${platform}) THEN ${end(digit)}\n    ELSE ${claim}\nEND`;
const unseenByThePlatform = `(name !~~ ALL ('{bulk.%,import.%,label.%,student.%}'::text[]))`;
const oneTenant = (column: string) => `((${column} >=${bound('0')}) AND (${column} <=${bound('f')}))`;

// Foreign keys to what is outside the wall.
const outside = ['users', 'tenants'];
// Unique over all tenants on purpose: the address of a tenant, the single platform.
const global = ['tenants_slug_key', 'tenants_one_platform'];
// Lists over all tenants on purpose: the platform's own, the relay's, a person's memberships, who has read what.
const across = /^(tenants_|domain_events_(id|seq)_idx$|memberships_user_id_idx$|announcement_reads_of_idx$)/;

export const rules: Readonly<Record<string, Rule>> = {
  'every table has forced row security': (c) =>
    rule(
      c.relations.filter(({ schema, kind }) => schema === 'public' && (kind === 'r' || kind === 'p')),
      (r) => !(r.rls && r.force),
      (r) => r.name,
    ),
  'no views without the reader’s rights, nothing materialised, nothing foreign': (c) =>
    rule(
      c.relations,
      (r) => ['m', 'f'].includes(r.kind) || (r.kind === 'v' && !r.options.includes('security_invoker=true')),
      (r) => r.name,
    ),
  'every relation belongs to ss_owner': (c) =>
    rule(
      c.relations,
      (r) => r.owner !== 'ss_owner',
      (r) => `${r.name}: ${r.owner}`,
    ),
  'the trail has its leaves a year ahead': (c) =>
    [0, 1]
      .map((ahead) => `domain_events_${new Date().getUTCFullYear() + ahead}`)
      .filter((name) => !c.relations.some((r) => r.leaf && r.name === name)),
  'every tenant table has its one wall': (c) =>
    tenantTables(c).flatMap((table) => {
      const walls = c.policies.filter((p) => p.table === table && p.name === 'wall');
      const plain = `(${keyColumn(table)} = ${claim})`;
      const [wall] = walls;
      if (!wall || walls.length > 1) return [`${table}: ${walls.length} walls`];
      const whole = wall.permissive && wall.command === 'all' && wall.using === plain && wall.check === plain;
      return whole && wall.roles.includes('ss_owner') ? [] : [`${table}: ${JSON.stringify(wall)}`];
    }),
  'no policy is for everyone': (c) => rule(c.policies, (p) => p.roles.includes('PUBLIC'), named),
  'every door of a login reads the claim': (c) =>
    rule(
      c.policies.filter((p) => p.permissive && p.roles.some((role) => !owners.includes(role))),
      (p) => {
        const expressions = [p.using, p.check].filter((expression) => expression !== null);
        const plain = (e: string) =>
          (e === `(${keyColumn(p.table)} = ${claim})` && p.name === 'wall') ||
          e === `(${claim} = ${platform})` ||
          (e === `((${claim} IS NOT NULL) AND (tenant_id = ${platform}))` && p.command === 'select');
        return expressions.length === 0 || !expressions.every(plain);
      },
      named,
    ),
  'the platform’s doors only read, but for tenants': (c) =>
    rule(
      c.policies.filter((p) => p.permissive && p.name !== 'wall' && p.roles.some((role) => logins.includes(role))),
      (p) => p.command !== 'select' && p.table !== 'tenants',
      named,
    ),
  'the platform’s doors are narrowed to one tenant’s rows under that tenant’s claim': (c) =>
    rule(
      c.policies.filter((p) => p.permissive && p.name !== 'wall' && p.roles.includes('ss_platform')),
      (p) => !c.policies.some((other) => other.table === p.table && other.name === 'one_tenant'),
      named,
    ),
  'restrictions are the known ones': (c) => {
    const known = (p: Policy) =>
      (p.name === 'one_tenant' && p.command === 'select' && p.using === oneTenant(keyColumn(p.table))) ||
      (named(p) === 'domain_events.unseen' && p.command === 'select' && p.using === unseenByThePlatform) ||
      (named(p) === 'memberships.consent' && p.command === 'insert' && p.check === '(accepted_at IS NULL)');
    const consent = c.policies.some(
      (p) => named(p) === 'memberships.consent' && p.roles.join() === 'ss_platform,ss_tenant',
    );
    const unknown = rule(
      c.policies.filter((p) => !p.permissive),
      (p) => !known(p),
      named,
    );
    const hidden = c.policies.some((p) => named(p) === 'domain_events.unseen' && p.roles.join() === 'ss_platform');
    return [
      ...unknown,
      ...(consent ? [] : ['memberships.consent is not there']),
      ...(hidden ? [] : ['domain_events.unseen is not there']),
    ];
  },
  'whom a library knows is no business of the platform': (c) =>
    rule(onTables(c), (g) => g.grantee === 'ss_platform' && libraryPeople.includes(tableOf(g)), granted),
  'the platform writes few tables': (c) =>
    rule(
      onTables(c),
      (g) => g.grantee === 'ss_platform' && g.privilege !== 'SELECT' && !platformWrites.includes(tableOf(g)),
      granted,
    ),
  'what holds for everyone is settings and flags': (c) =>
    rule(
      c.policies,
      (p) => p.permissive && p.using?.includes(`(tenant_id = ${platform})`) === true && !forEveryone.includes(p.table),
      named,
    ),
  'a column that ends in _id has a key, or its table says why not': (c) =>
    rule(
      c.columns.filter(({ schema, name }) => schema === 'public' && name.endsWith('_id')),
      ({ table, name }) =>
        !isLoose(table, name) && !c.keys.some((k) => k.kind === 'f' && k.table === table && k.columns.includes(name)),
      ({ table, name }) => `${table}.${name}`,
    ),
  'nothing rewrites a statement': (c) => c.rewrites,
  'no function has a second one of its name': (c) =>
    rule(
      c.functions,
      (f) => c.functions.some((other) => other !== f && nameOf(other) === nameOf(f)),
      (f) => f.name,
    ),
  'only owners without a login pass without a claim, and only where they must': (c) =>
    rule(
      c.policies.filter((p) => p.using === 'true' || p.check === 'true'),
      (p) =>
        !(
          (p.roles.join() === 'ss_gate' && p.command === 'select') ||
          (['ss_owner', 'ss_identity'].includes(p.roles.join()) && people.includes(p.table)) ||
          (['ss_owner', 'ss_jobs'].includes(p.roles.join()) && ofJobs.test(p.table)) ||
          (p.roles.join() === 'ss_jobs' && p.name === 'jobs_reads' && p.command === 'select') ||
          (p.roles.join() === 'ss_identity' && ['identity_reads', 'identity_changes', 'identity_adds'].includes(p.name))
        ),
      named,
    ),
  'keys of tenant tables begin with the tenant': (c) =>
    rule(
      c.keys.filter((k) => tenantTables(c).includes(k.table) && ['p', 'u', 'x', 'unique index'].includes(k.kind)),
      (k) => k.columns[0] !== keyColumn(k.table) && !global.includes(k.name),
      (k) => `${k.name} ${k.definition}`,
    ),
  'indexes of tenant tables begin with the tenant': (c) =>
    rule(
      c.keys.filter((k) => tenantTables(c).includes(k.table) && k.kind === 'index'),
      (k) => k.columns[0] !== keyColumn(k.table) && !across.test(k.name),
      (k) => k.name,
    ),
  'foreign keys between tenant tables begin with the tenant': (c) =>
    rule(
      c.keys.filter((k) => k.kind === 'f' && tenantTables(c).includes(k.table)),
      (k) => {
        if (k.target === 'users') return false;
        const tenantFirst = k.columns[0] === 'tenant_id' && k.targetColumns[0] === keyColumn(k.target ?? '');
        return !tenantFirst || (!outside.includes(k.target ?? '') && k.columns.length < 2);
      },
      (k) => `${k.name} ${k.definition}`,
    ),
  'the claim fills tenant_id': (c) =>
    rule(
      c.columns.filter(({ name }) => name === 'tenant_id'),
      (column) => !column.notNull || column.default !== claim,
      (column) => column.table,
    ),
  'nobody but owners deletes, truncates or hangs on': (c) =>
    rule(
      onTables(c),
      (g) =>
        ['DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN'].includes(g.privilege) &&
        !(
          g.grantee === 'ss_identity' &&
          g.privilege === 'DELETE' &&
          ['sessions', 'one_time_tokens', 'letters'].includes(tableOf(g))
        ) &&
        !(g.grantee === 'ss_jobs' && g.privilege === 'DELETE' && ofJobs.test(tableOf(g))),
      granted,
    ),
  'updates are granted by column, never of what stays': (c) =>
    rule(
      onTables(c),
      (g) =>
        g.privilege === 'UPDATE' &&
        !(g.grantee === 'ss_identity' && (tableOf(g) === 'sessions' || g.column === 'accepted_at')) &&
        !(g.grantee === 'ss_jobs' && ofJobs.test(tableOf(g))) &&
        (g.kind === 'table' || isFixed(g.column ?? '')),
      granted,
    ),
  'the trail is written in its own columns and never changed': (c) =>
    rule(
      onTables(c).filter((g) => tableOf(g).startsWith('domain_events')),
      (g) =>
        g.object !== 'public.domain_events' ||
        g.privilege === 'UPDATE' ||
        (g.privilege === 'INSERT' &&
          (g.kind === 'table' || ['id', 'tx', 'seq', 'occurred_at'].includes(g.column ?? ''))),
      granted,
    ),
  'people are not for logins': (c) =>
    rule(onTables(c), (g) => people.includes(tableOf(g)) && !['ss_gate', 'ss_identity'].includes(g.grantee), granted),
  'jobs are for their own functions': (c) =>
    rule(onTables(c), (g) => ofJobs.test(tableOf(g)) !== (g.grantee === 'ss_jobs') && !isEnvelope(g), granted),
  'the worker writes no more than tenants do, and no settings': (c) =>
    rule(
      onTables(c),
      (g) => g.grantee === 'ss_system' && g.privilege !== 'SELECT' && !systemWrites.includes(tableOf(g)),
      granted,
    ),
  'the gate reads listed columns': (c) =>
    rule(
      onTables(c),
      (g) =>
        g.grantee === 'ss_gate' && (g.kind === 'table' || g.privilege !== 'SELECT' || g.column === 'password_hash'),
      granted,
    ),
  'identity changes copies and consent alone': (c) =>
    rule(
      onTables(c).filter((g) => g.grantee === 'ss_identity' && g.privilege === 'UPDATE' && tableOf(g) !== 'sessions'),
      (g) => {
        const allowed: Record<string, string[]> = {
          users: ['email', 'name', 'phone', 'locale', 'password_hash', 'verified_at', 'updated_at'],
          one_time_tokens: ['used_at', 'token_hash'],
          letters: ['data', 'fate', 'ended_at'],
          memberships: ['name', 'email', 'phone', 'accepted_at', 'last_sign_in_at', 'updated_at'],
        };
        return !allowed[tableOf(g)]?.includes(g.column ?? '');
      },
      granted,
    ),
  'the logins of identity and of the post hold no table': (c) =>
    rule(onTables(c), (g) => ['ss_auth', 'ss_post'].includes(g.grantee) && g.object !== 'wall.guard', granted),
  'the post arms links, and does nothing else': (c) =>
    rule(
      c.grants.filter(({ kind }) => kind === 'function'),
      (g) => (g.grantee === 'ss_post') !== (g.object.startsWith('identity.arm_token(') && g.grantee !== 'ss_identity'),
      granted,
    ),
  'the guard stands': (c) =>
    logins.filter(
      (login) => !c.grants.some((g) => g.object === 'wall.guard' && g.kind === 'column' && g.grantee === login),
    ),
  'nothing is granted to everyone or onward': (c) =>
    rule(c.grants, (g) => g.grantee === 'PUBLIC' || g.grantable, granted),
  'nobody is given what is made later': (c) => rule(c.grants, (g) => g.kind === 'default', granted),
  'only its owners use the language of functions': (c) =>
    rule(c.grants, (g) => g.kind === 'language' && !owners.includes(g.grantee), granted),
  'logins may only look up schemas and connect': (c) =>
    rule(
      c.grants,
      (g) => (g.kind === 'schema' && g.privilege !== 'USAGE') || (g.kind === 'database' && g.privilege !== 'CONNECT'),
      granted,
    ),
  'functions with their owner’s rights are owned by who has no login, on a fixed path': (c) =>
    rule(
      c.functions,
      (f) =>
        f.config !== searchPath ||
        f.ownerSuper ||
        f.ownerLogin ||
        !owners.includes(f.owner) ||
        (f.definer && f.language === 'internal'),
      (f) => `${f.name}: ${f.owner} ${f.config}`,
    ),
  'only functions with their owner’s rights are executable': (c) =>
    rule(
      c.grants.filter(({ kind }) => kind === 'function'),
      (g) => c.functions.some((f) => f.name === g.object && !f.definer),
      granted,
    ),
  'identity is for the auth login, the gate for members’ logins, jobs for the worker': (c) =>
    rule(
      c.grants.filter(({ kind, grantee }) => kind === 'function' && grantee !== 'ss_owner'),
      (g) => {
        if (g.object.startsWith('identity.tidy(')) return g.grantee !== 'ss_system';
        if (g.object.startsWith('jobs.add_letter(')) return g.grantee !== 'ss_identity';
        if (g.object.startsWith('jobs.mark(')) return g.grantee !== 'ss_auth';
        if (
          /^jobs\.(overview|dead|given_up|drop|go_on|pause|paused|replay)\(/.test(g.object) &&
          g.grantee === 'ss_platform'
        )
          return false;
        if (g.object.startsWith('jobs.') || g.object.startsWith('wall.work(')) return g.grantee !== 'ss_system';
        if (/^wall\.(try_)?lock\(/.test(g.object) && g.grantee === 'ss_system') return false;
        if (g.object.startsWith('identity.arm_token(')) return g.grantee !== 'ss_post';
        if (g.object.startsWith('wall.board(')) return g.grantee !== 'ss_tenant';
        if (g.object.startsWith('wall.announcement_reach(')) return g.grantee !== 'ss_platform';
        if (/^identity\.(mail_to_member|address_of_member|letter_due|letter_done)\(/.test(g.object))
          return g.grantee !== 'ss_system';
        if (/^identity\.(letters_told|letter_again)\(/.test(g.object)) return g.grantee !== 'ss_platform';
        const forMembers = g.object.startsWith('wall.') || /^identity\.(invite|letters_to)\(/.test(g.object);
        return forMembers ? !['ss_tenant', 'ss_platform'].includes(g.grantee) : g.grantee !== 'ss_auth';
      },
      granted,
    ),
  'roles have no power of their own': (c) =>
    rule(
      c.roles,
      (r) => {
        const login = logins.includes(r.name);
        return r.power !== '' || r.login !== login || r.memberOf.length > 0 || (login && r.owns > 0) || r.settings > 0;
      },
      (r) => JSON.stringify(r),
    ),
  'closed functions of the server stay closed': (c) => c.openFunctions,
  'no login may name what an extension brings': (c) => c.openExtensions,
  'the database bounds time and space': (c) =>
    Object.entries(databaseSettings)
      .map(([key, value]) => `${key}=${value}`)
      .filter((line) => !c.databaseSettings.includes(line)),
};

export function brokenRules(catalogue: Catalogue): string[] {
  return Object.entries(rules).flatMap(([name, check]) => {
    const found = check(catalogue);
    return found.length > 0 ? [`${name} (${found.slice(0, 3).join('; ')})`] : [];
  });
}
