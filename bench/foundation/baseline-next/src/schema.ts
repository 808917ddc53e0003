import { integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const benchItems = pgTable('bench_items', {
  tenantId: uuid('tenant_id').notNull(),
  id: uuid('id').notNull(),
  name: text('name').notNull(),
  code: text('code').notNull(),
  city: text('city').notNull(),
  phone: text('phone').notNull(),
  capacity: integer('capacity').notNull(),
  status: text('status').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
});
