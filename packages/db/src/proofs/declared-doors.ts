// Every door in the wall, and why it is there. The catalogue proof compares this with Postgres.

const underTheWall = ['domain_events', 'feature_flags', 'idempotency_keys', 'libraries', 'memberships', 'settings'];

/** The same for every table; `tenants` has it with its own id. */
const walls = [
  'tenants wall: all to ss_owner ss_platform ss_tenant using (id = CLAIM) check (id = CLAIM)',
  ...underTheWall.map(
    (table) =>
      `${table} wall: all to ss_owner ss_platform ss_tenant using (tenant_id = CLAIM) check (tenant_id = CLAIM)`,
  ),
];

/** The platform looks after tenants and reads what its pages show, under its own claim. */
const platform = [
  'domain_events platform_reads: select to ss_platform using (CLAIM = PLATFORM) check -',
  'feature_flags platform_reads: select to ss_platform using (CLAIM = PLATFORM) check -',
  'libraries platform_reads: select to ss_platform using (CLAIM = PLATFORM) check -',
  'memberships platform_reads: select to ss_platform using (CLAIM = PLATFORM) check -',
  'tenants platform_all: all to ss_platform using (CLAIM = PLATFORM) check (CLAIM = PLATFORM)',
];

/** What holds for everyone is a row of the platform. */
const everyone = [
  'feature_flags for_everyone: select to ss_tenant using ((CLAIM IS NOT NULL) AND (tenant_id = PLATFORM)) check -',
  'settings for_everyone: select to ss_tenant using ((CLAIM IS NOT NULL) AND (tenant_id = PLATFORM)) check -',
];

/** An invitation counts once accepted. */
const consent = [
  'memberships consent: insert restrictive to ss_platform ss_tenant using - check (accepted_at IS NULL)',
];

/** The gate looks up session, person, tenant and membership. */
const gate = [
  'memberships gate: select to ss_gate using true check -',
  'sessions gate: select to ss_gate using true check -',
  'tenants gate: select to ss_gate using true check -',
  'users gate: select to ss_gate using true check -',
];

/** People belong to several tenants: their names are copied, their consent kept, their trails written. */
const identity = [
  'domain_events identity_tells: insert to ss_identity using - check true',
  'memberships identity_copies: update to ss_identity using true check true',
  'memberships identity_reads: select to ss_identity using true check -',
  'one_time_tokens identity: all to ss_identity using true check true',
  'sessions identity: all to ss_identity using true check true',
  'tenants identity_reads: select to ss_identity using true check -',
  'users identity: all to ss_identity using true check true',
];

/** Else a backfill of these changes no row in silence. */
const owner = [
  'one_time_tokens owner: all to ss_owner using true check true',
  'sessions owner: all to ss_owner using true check true',
  'users owner: all to ss_owner using true check true',
];

export const policies = [...walls, ...platform, ...everyone, ...consent, ...gate, ...identity, ...owner];

export const relations = [
  'public.domain_events p',
  'public.domain_events_2026 r',
  'public.domain_events_2027 r',
  'public.domain_events_2028 r',
  'public.domain_events_other r',
  'public.feature_flags r',
  'public.idempotency_keys r',
  'public.libraries r',
  'public.memberships r',
  'public.one_time_tokens r',
  'public.sessions r',
  'public.settings r',
  'public.tenants r',
  'public.users r',
  'wall.guard r',
  'wall.migrations r',
];
