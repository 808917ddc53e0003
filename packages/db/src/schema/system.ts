import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, integer, jsonb, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { bytes, xid8 } from './bytes.ts';
import { tenantKeyTable, tenantTable } from './tenant-table.ts';
import { tenants } from './tenants.ts';

const at = (name: string) => timestamp(name, { withTimezone: true });

// A setting or a flag for everyone is the platform's row.
export const settings = tenantKeyTable(
  'settings',
  {
    value: jsonb('value').$type<unknown>().notNull(),
    version: integer('version').notNull().default(1),
    updatedAt: at('updated_at').notNull().defaultNow(),
    updatedBy: uuid('updated_by'),
  },
  (t) => [
    foreignKey({ name: 'settings_tenant_fkey', columns: [t.tenantId], foreignColumns: [tenants.id] }),
    check('settings_key_check', sql`key ~ '^[a-z][a-z0-9_.-]{0,99}$'`),
  ],
);

export const featureFlags = tenantKeyTable(
  'feature_flags',
  {
    enabled: boolean('enabled').notNull(),
    version: integer('version').notNull().default(1),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [
    foreignKey({ name: 'feature_flags_tenant_fkey', columns: [t.tenantId], foreignColumns: [tenants.id] }),
    check('feature_flags_key_check', sql`key ~ '^[a-z][a-z0-9_.-]{0,99}$'`),
  ],
);

// Partitioned by the year in `id` (the clause is in the migration). Written by the recorder alone:
// id, tx and occurred_at come from their defaults and cannot be chosen.
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
  },
  (t) => [
    index('domain_events_subject_idx').on(t.tenantId, t.subjectKind, t.subjectId, t.id),
    index('domain_events_actor_idx').on(t.tenantId, t.actorId, t.id),
    index('domain_events_tx_idx').on(t.tx),
    // the platform's audit list reads across tenants, newest first
    index('domain_events_id_idx').on(t.id),
    check('domain_events_name_check', sql`name ~ '^[a-z][a-z0-9_.]{2,99}$'`),
  ],
);

export const idempotencyKeys = tenantKeyTable(
  'idempotency_keys',
  {
    procedure: text('procedure').notNull(),
    bodyHash: bytes('body_hash').notNull(),
    response: jsonb('response').$type<unknown>(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    index('idempotency_keys_tenant_id_created_at_idx').on(t.tenantId, t.createdAt),
    check('idempotency_keys_key_check', sql`length(key) between 1 and 200`),
  ],
);
