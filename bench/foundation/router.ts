import { id, instant } from '@studyspot/api/fields';
import { router } from '@studyspot/api/procedures/router';
import { tenantProcedure } from '@studyspot/api/procedures/tenant';
import { tenantTable } from '@studyspot/db/schema/tenant-table';
import { desc } from 'drizzle-orm';
import { integer, text, timestamp } from 'drizzle-orm/pg-core';
import * as z from 'zod/mini';

export const permission = 'libraries:read';
export const path = '/api/trpc/items.list';

const at = (name: string) => timestamp(name, { withTimezone: true }).notNull();

const made = new Date('2026-01-01');

export const benchItems = tenantTable(
  'bench_items',
  {
    name: text('name').notNull(),
    code: text('code').notNull(),
    city: text('city').notNull(),
    phone: text('phone').notNull(),
    capacity: integer('capacity').notNull(),
    status: text('status', { enum: ['active', 'inactive', 'under_maintenance'] }).notNull(),
    createdAt: at('created_at'),
    updatedAt: at('updated_at'),
  },
  {
    tenant: { reads: 'own' },
    kept: 'as long as its tenant',
    sample: (n) => ({
      name: `Item ${n}`,
      code: `I-${n}`,
      city: 'Jaipur',
      phone: '+919876543210',
      capacity: n,
      status: 'active' as const,
      createdAt: made,
      updatedAt: made,
    }),
  },
);

const item = z.object({
  id,
  name: z.string(),
  code: z.string(),
  city: z.string(),
  phone: z.string(),
  capacity: z.int(),
  status: z.enum(['active', 'inactive', 'under_maintenance']),
  createdAt: instant,
  updatedAt: instant,
});

export const columns = {
  id: benchItems.id,
  name: benchItems.name,
  code: benchItems.code,
  city: benchItems.city,
  phone: benchItems.phone,
  capacity: benchItems.capacity,
  status: benchItems.status,
  createdAt: benchItems.createdAt,
  updatedAt: benchItems.updatedAt,
};

export const benchOutput = z.object({ items: z.array(item) });

export const benchRouter = router({
  items: router({
    list: tenantProcedure(permission)
      .input(z.object({ limit: z.int().check(z.gte(1), z.lte(100)) }))
      .output(benchOutput)
      .reads(async ({ db }, { limit }) => ({
        items: await db
          .select(columns)
          .from(benchItems)
          .orderBy(desc(benchItems.createdAt), desc(benchItems.id))
          .limit(limit),
      })),
  }),
});
