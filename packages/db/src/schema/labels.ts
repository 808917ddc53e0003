import { sql } from 'drizzle-orm';
import { check, foreignKey, integer, uniqueIndex } from 'drizzle-orm/pg-core';
import { tenantTable } from './tenant-table.ts';
import { tenants } from './tenants.ts';
import { words } from './words.ts';
import { at, written } from './written.ts';

// Control characters, and what turns round or parts the text beside it.
const hidden = String.raw`\u0001-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069`;

// The words that a business has of its own for its students. Who bears one says so by its name (`students.labels`), which
// versions, trail, export and undo of a student then keep by themselves. `place` bounds how many there are at a time.
export const labels = tenantTable(
  'labels',
  {
    name: words('name').notNull(),
    place: integer('place').notNull(),
    removedAt: at('removed_at'),
    ...written(),
  },
  {
    tenant: { reads: 'own', adds: true, changes: ['name', 'removedAt', 'version', 'updatedAt'] },
    system: { reads: 'own', adds: true },
    trail: { of: 'label', keeps: ['name', 'removedAt', 'version'], also: ['students'] },
    kept: 'as long as its tenant',
    sample: (n) => ({ name: `Label ${n}`, place: n }),
    keys: (t) => [
      foreignKey({ name: 'labels_tenant_fkey', columns: [t.tenantId], foreignColumns: [tenants.id] }),
      uniqueIndex('labels_tenant_id_name_key').on(t.tenantId, sql`lower(name)`).where(sql`removed_at is null`),
      uniqueIndex('labels_place_key').on(t.tenantId, t.place).where(sql`removed_at is null`),
      check('labels_place_check', sql`place between 1 and 200`),
      check(
        'labels_name_check',
        sql.raw(`length(name) between 1 and 40 and name = btrim(name) and name !~ '[${hidden}]'`),
      ),
    ],
  },
);
