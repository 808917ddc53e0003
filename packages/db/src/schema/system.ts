import { sql } from 'drizzle-orm';
import { bigint, boolean, check, foreignKey, index, integer, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, xid8 } from './bytes.ts';
import { tenantKeyTable, tenantTable } from './tenant-table.ts';
import { tenants } from './tenants.ts';
import { at } from './written.ts';

// All but id, tx, seq and occurred_at, which nobody chooses.
const recorded = [
  ...(['tenantId', 'name', 'subjectKind', 'subjectId', 'libraryId', 'actorId', 'actorName'] as const),
  ...(['requestId', 'before', 'after'] as const),
];

// A setting or a flag for everyone is the platform's row.
export const settings = tenantKeyTable(
  'settings',
  {
    value: jsonb('value').$type<unknown>().notNull(),
    version: integer('version').notNull().default(1),
    updatedAt: at('updated_at').notNull().defaultNow(),
    updatedBy: uuid('updated_by'),
  },
  {
    tenant: { reads: 'own and for everyone', adds: true, changes: { allBut: [] } },
    platform: { reads: 'own', adds: true, changes: { allBut: [] } },
    system: { reads: 'own' },
    identity: { reads: ['tenantId', 'key', 'value'] },
    trail: { of: 'setting', keeps: ['value', 'version'] },
    kept: 'as long as its tenant',
    sample: (n) => ({ key: `setting-${n}`, value: { of: n } }),
    keys: (t) => [
      foreignKey({ name: 'settings_tenant_fkey', columns: [t.tenantId], foreignColumns: [tenants.id] }),
      check('settings_key_check', sql`key ~ '^[a-z][a-z0-9_.-]{0,99}$'`),
    ],
  },
);

// How a person wants to see a list again: a row for each person and list.
export const views = tenantKeyTable(
  'views',
  {
    saved: jsonb('saved').$type<Array<{ name: string; query: string }>>().notNull(),
    version: integer('version').notNull().default(1),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  {
    tenant: { reads: 'own', adds: true, changes: { allBut: [] } },
    platform: { reads: 'own', adds: true, changes: { allBut: [] } },
    trail: { of: 'views', keeps: ['version'] },
    kept: 'as long as its tenant',
    sample: (n) => ({ key: `list-${n}`, saved: [] }),
    keys: (t) => [
      foreignKey({ name: 'views_tenant_fkey', columns: [t.tenantId], foreignColumns: [tenants.id] }),
      check('views_key_check', sql`length(key) between 1 and 100`),
      check('views_saved_check', sql`jsonb_typeof(saved) = 'array'`),
    ],
  },
);

export const featureFlags = tenantKeyTable(
  'feature_flags',
  {
    enabled: boolean('enabled').notNull(),
    version: integer('version').notNull().default(1),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  {
    tenant: { reads: 'own and for everyone' },
    platform: { reads: 'all', adds: true, changes: { allBut: [] } },
    trail: { of: 'flag', keeps: ['enabled', 'version'] },
    kept: 'as long as its tenant',
    sample: (n) => ({ key: `flag-${n}`, enabled: true }),
    keys: (t) => [
      foreignKey({ name: 'feature_flags_tenant_fkey', columns: [t.tenantId], foreignColumns: [tenants.id] }),
      check('feature_flags_key_check', sql`key ~ '^[a-z][a-z0-9_.-]{0,99}$'`),
    ],
  },
);

// Partitioned by the year in `id`. Written by the recorder alone.
export const domainEvents = tenantTable(
  'domain_events',
  {
    tx: xid8('tx').notNull().default(sql`pg_current_xact_id()`),
    name: text('name').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    libraryId: uuid('library_id'),
    actorId: uuid('actor_id'),
    actorName: text('actor_name'),
    requestId: text('request_id'),
    before: jsonb('before').$type<Record<string, unknown>>(),
    after: jsonb('after').$type<Record<string, unknown>>(),
    occurredAt: at('occurred_at').notNull().defaultNow(),
    // Behind `tx`: whoever has a number has its transaction's before it, which the relay counts on.
    seq: bigint('seq', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
  },
  {
    tenant: { reads: 'own', adds: recorded },
    platform: { reads: 'all', adds: recorded },
    system: { reads: 'own', adds: recorded },
    // The envelope alone: what changed is read under its tenant's claim.
    jobs: {
      reads: [
        ...(['tenantId', 'id', 'seq', 'name', 'subjectKind', 'subjectId', 'libraryId', 'actorId'] as const),
        'occurredAt',
      ],
    },
    identity: {
      adds: ['tenantId', 'name', 'subjectKind', 'subjectId', 'actorId', 'actorName', 'before', 'after'],
    },
    kept: 'for ever',
    leaves: {
      domain_events_2026: ['019b76da-a800-0000-0000-000000000000', '01a2ce8b-d400-0000-0000-000000000000'],
      domain_events_2027: ['01a2ce8b-d400-0000-0000-000000000000', '01aa263d-0000-0000-0000-000000000000'],
      domain_events_2028: ['01aa263d-0000-0000-0000-000000000000', '01b18314-8800-0000-0000-000000000000'],
      domain_events_other: 'the rest',
    },
    loose: {
      tenantId: 'the gate has compared the claim with the tenant; a look-up at each event would add nothing',
      subjectId: 'a thing of any table, which the trail outlives',
      libraryId: 'the trail outlives it',
      actorId: 'the trail outlives the person',
      requestId: 'the name that the logs have for a call',
    },
    sample: (n) => ({
      name: 'library.created',
      subjectKind: 'library',
      subjectId: `subject-${n}`,
      after: { name: 'made for a test' },
    }),
    keys: (t) => [
      index('domain_events_subject_idx').on(t.tenantId, t.subjectKind, t.subjectId, t.id),
      // What one of the platform's own people did; of a tenant's nobody asks so, and their commits need not pay for it.
      index('domain_events_actor_idx')
        .on(t.tenantId, t.actorId, t.id)
        .where(sql`tenant_id = '00000000-0000-7000-8000-000000000001'`),
      index('domain_events_seq_idx').on(t.seq),
      // the platform's audit list reads across tenants, newest first
      index('domain_events_id_idx').on(t.id),
      check('domain_events_name_check', sql`name ~ '^[a-z][a-z0-9_.]{2,99}$'`),
      check('domain_events_subject_check', sql`length(subject_kind) <= 60 and length(subject_id) <= 200`),
    ],
  },
);

const answered = () => ({
  procedure: text('procedure').notNull(),
  bodyHash: bytes('body_hash').notNull(),
  response: jsonb('response').$type<unknown>(),
  createdAt: at('created_at').notNull().defaultNow(),
});

export const idempotencyKeys = tenantKeyTable('idempotency_keys', answered(), {
  tenant: { reads: 'own', adds: true, changes: ['response'] },
  platform: { reads: 'own', adds: true, changes: ['response'] },
  kept: { for: 'a day', by: 'identity.tidy' },
  loose: { tenantId: 'the gate has compared the claim with the tenant; a look-up at each change would add nothing' },
  sample: (n) => ({ key: `key-${n}`, procedure: 'settings.put', bodyHash: Uint8Array.of(n % 256) }),
  keys: (t) => [
    index('idempotency_keys_tenant_id_created_at_idx').on(t.tenantId, t.createdAt),
    check('idempotency_keys_key_check', sql`length(key) between 1 and 200`),
  ],
});

// What a phone kept until it had a network: it may come again after any time, and is done once.
export const acts = tenantKeyTable('acts', answered(), {
  tenant: { reads: 'own', adds: true },
  kept: 'as long as its tenant',
  loose: { tenantId: 'the gate has compared the claim with the tenant; a look-up at each change would add nothing' },
  sample: (n) => ({ key: `act-${n}`, procedure: 'settings.put', bodyHash: Uint8Array.of(n % 256) }),
  keys: () => [check('acts_key_check', sql`length(key) between 1 and 200`)],
});
