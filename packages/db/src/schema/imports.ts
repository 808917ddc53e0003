import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, integer, jsonb, text, unique, uuid } from 'drizzle-orm/pg-core';
import { bytes } from './bytes.ts';
import { libraries } from './libraries.ts';
import { oneOf } from './one-of.ts';
import { hangsOn, tenantTable } from './tenant-table.ts';
import { tenants } from './tenants.ts';
import { at, written } from './written.ts';

export const importStates = [
  ...(['reading', 'read', 'failed', 'checking', 'checked'] as const),
  ...(['applying', 'stopped', 'done', 'undoing', 'undone'] as const),
] as const;
export const importRowStates = [
  ...(['unread', 'aside', 'new', 'changed', 'same', 'doubtful', 'bad'] as const),
  ...(['made', 'written', 'left', 'undone', 'kept'] as const),
] as const;

interface Fault {
  column: string;
  message: string;
  about?: string;
}

// A register that somebody brings in: what was read of it, which column means what, and how far it has come.
export const imports = tenantTable(
  'imports',
  {
    kind: text('kind').notNull(),
    /** Where those who are new are at home. */
    libraryId: uuid('library_id').notNull(),
    fileName: text('file_name').notNull(),
    parts: jsonb('parts').$type<string[]>().notNull(),
    state: text('state', { enum: importStates }).notNull().default('reading'),
    trouble: text('trouble'),
    /** The line of the titles; 0 where there is none. */
    headerNo: integer('header_no').notNull().default(0),
    titles: jsonb('titles').$type<string[]>().notNull().default([]),
    columns: jsonb('columns').$type<(string | null)[]>().notNull().default([]),
    finishedAt: at('finished_at'),
    ...written(),
  },
  {
    tenant: {
      reads: 'own',
      adds: true,
      changes: ['state', 'trouble', 'headerNo', 'titles', 'columns', 'version', 'updatedAt'],
    },
    system: {
      reads: 'own',
      changes: ['state', 'trouble', 'headerNo', 'titles', 'columns', 'finishedAt', 'version', 'updatedAt'],
    },
    trail: { of: 'import', keeps: ['kind', 'fileName', 'state', 'trouble'], also: ['rows'] },
    kept: 'as long as its tenant',
    sample: (n) => ({
      kind: 'students',
      fileName: `register-${n}.csv`,
      parts: [],
      state: 'checked' as const,
      headerNo: 1,
      titles: ['Name', 'Phone'],
      columns: ['name', 'phone'],
    }),
    keys: (t) => [
      hangsOn('imports_library_fkey', [t.tenantId, t.libraryId], libraries),
      index('imports_created_at_idx').on(t.tenantId, t.createdAt, t.id),
      check('imports_state_check', sql.raw(oneOf('state', importStates))),
      check('imports_file_name_check', sql`length(file_name) between 1 and 200`),
      check('imports_failed_check', sql`(state = 'failed') = (trouble is not null)`),
    ],
  },
);

// The bytes of a file, in parts that a call can bring. They go as soon as they were read.
export const importParts = tenantTable(
  'import_parts',
  { data: bytes('data').notNull(), createdAt: at('created_at').notNull().defaultNow() },
  {
    tenant: { reads: 'own', adds: true, changes: ['data'] },
    system: { reads: 'own', changes: ['data'] },
    kept: 'as long as its tenant',
    sample: (n) => ({ data: new TextEncoder().encode(`Name,Phone\nRavi ${n},98290${String(11_000 + n)}\n`) }),
    keys: (t) => [
      foreignKey({ name: 'import_parts_tenant_fkey', columns: [t.tenantId], foreignColumns: [tenants.id] }),
      index('import_parts_created_at_idx').on(t.tenantId, t.createdAt).where(sql`length(data) > 0`),
      check('import_parts_data_check', sql`length(data) <= 200000`),
    ],
  },
);

// A line of such a file, what it says, and what became of it.
export const importRows = tenantTable(
  'import_rows',
  {
    importId: uuid('import_id').notNull(),
    no: integer('no').notNull(),
    cells: jsonb('cells').$type<string[]>().notNull(),
    state: text('state', { enum: importRowStates }).notNull().default('unread'),
    isOut: boolean('is_out').notNull().default(false),
    isMeant: boolean('is_meant').notNull().default(false),
    /** By which two rows are of one and the same. */
    key: text('known_by'),
    values: jsonb('said').$type<Record<string, unknown>>(),
    faults: jsonb('faults').$type<Fault[]>().notNull().default([]),
    targetId: uuid('target_id'),
    before: jsonb('before').$type<Record<string, unknown>>(),
    wrote: integer('wrote'),
  },
  {
    tenant: { reads: 'own', changes: ['cells', 'state', 'isOut', 'isMeant', 'key', 'values', 'faults', 'targetId'] },
    system: {
      reads: 'own',
      adds: true,
      changes: ['state', 'key', 'values', 'faults', 'targetId', 'before', 'wrote'],
    },
    loose: { targetId: 'a thing of whichever table the import is of' },
    kept: 'as long as its tenant',
    sample: (n) => ({
      no: n + 1,
      cells: [`Ravi ${n}`, `98290${11_000 + n}`],
      state: 'new' as const,
      key: `+9198290${11_000 + n}`,
      values: {},
    }),
    keys: (t) => [
      unique('import_rows_import_id_no_key').on(t.tenantId, t.importId, t.no),
      hangsOn('import_rows_import_fkey', [t.tenantId, t.importId], imports),
      index('import_rows_state_idx').on(t.tenantId, t.importId, t.state, t.no),
      index('import_rows_key_idx').on(t.tenantId, t.importId, t.key),
      check('import_rows_state_check', sql.raw(oneOf('state', importRowStates))),
      check(
        'import_rows_made_check',
        sql`state not in ('made', 'written') or (target_id is not null and wrote is not null)`,
      ),
    ],
  },
);
