import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, jsonb, text, unique, uuid } from 'drizzle-orm/pg-core';
import { oneOf } from './one-of.ts';
import { hangsOn, tenantTable } from './tenant-table.ts';
import { memberships } from './tenants.ts';
import { written } from './written.ts';

export const bulkStates = ['running', 'stopped', 'over'] as const;
export const bulkRowStates = ['waiting', 'done', 'refused'] as const;

// One thing that is done to many records, by whom, and how far it is.
export const bulks = tenantTable(
  'bulks',
  {
    /** What they are, as their events begin. */
    of: text('of').notNull(),
    act: jsonb('act').$type<Record<string, string>>().notNull(),
    memberId: uuid('member_id').notNull(),
    /** Which one it takes back. */
    undoesId: uuid('undoes_id'),
    total: integer('total').notNull(),
    done: integer('done').notNull().default(0),
    refused: integer('refused').notNull().default(0),
    state: text('state', { enum: bulkStates }).notNull().default('running'),
    ...written(),
  },
  {
    tenant: { reads: 'own', adds: true, changes: ['done', 'refused', 'state', 'version', 'updatedAt'] },
    system: { reads: 'own', changes: ['done', 'refused', 'state', 'version', 'updatedAt'] },
    trail: { of: 'bulk', keeps: ['act', 'total', 'done', 'refused', 'state'], also: ['filter'] },
    kept: 'as long as its tenant',
    sample: () => ({ of: 'student', act: { do: 'activate' }, total: 0, ...({ state: 'over' } as const) }),
    keys: (t) => [
      index('bulks_undoes_idx').on(t.tenantId, t.undoesId),
      foreignKey({
        name: 'bulks_member_fkey',
        columns: [t.tenantId, t.memberId],
        foreignColumns: [memberships.tenantId, memberships.id],
      }),
      foreignKey({ name: 'bulks_undoes_fkey', columns: [t.tenantId, t.undoesId], foreignColumns: [t.tenantId, t.id] }),
      check('bulks_state_check', sql.raw(oneOf('state', bulkStates))),
      check('bulks_total_check', sql`total between 0 and 10000`),
      check('bulks_counts_check', sql`done >= 0 and refused >= 0 and done + refused <= total`),
      check('bulks_over_check', sql`state <> 'over' or done + refused = total`),
      check('bulks_act_check', sql`jsonb_typeof(act) = 'object' and pg_column_size(act) < 4096`),
    ],
  },
);

// A record of many, and what became of it: how it was before, and which version it had after, so that only what nobody
// has touched since is put back.
export const bulkRows = tenantTable(
  'bulk_rows',
  {
    bulkId: uuid('bulk_id').notNull(),
    subjectId: uuid('subject_id').notNull(),
    name: text('name').notNull(),
    state: text('state', { enum: bulkRowStates }).notNull().default('waiting'),
    reason: text('reason'),
    before: jsonb('before').$type<Record<string, unknown>>(),
    written: integer('written'),
  },
  {
    tenant: { reads: 'own', adds: true, changes: ['state', 'reason', 'before', 'written'] },
    system: { reads: 'own', changes: ['state', 'reason', 'before', 'written'] },
    kept: 'as long as its tenant',
    loose: { subjectId: 'a record of any table, which whoever does it looks up' },
    sample: (n) => ({ name: `Student ${n}`, subjectId: '00000000-0000-4000-8000-00000000b001' }),
    keys: (t) => [
      unique('bulk_rows_once_key').on(t.tenantId, t.bulkId, t.subjectId),
      index('bulk_rows_state_idx').on(t.tenantId, t.bulkId, t.state, t.id),
      hangsOn('bulk_rows_bulk_fkey', [t.tenantId, t.bulkId], bulks),
      check('bulk_rows_state_check', sql.raw(oneOf('state', bulkRowStates))),
      check('bulk_rows_reason_check', sql`(state = 'refused') = (reason is not null)`),
    ],
  },
);
