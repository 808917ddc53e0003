import { sql } from 'drizzle-orm';
import { check, doublePrecision, foreignKey, index, integer, jsonb, text, unique } from 'drizzle-orm/pg-core';
import { oneOf } from './one-of.ts';
import { tenantTable } from './tenant-table.ts';
import { tenants } from './tenants.ts';
import { words } from './words.ts';
import { at, written } from './written.ts';

export const approvals = ['pending', 'approved', 'changes_requested', 'rejected'] as const;

export type OpeningHours = ({ open: string; close: string } | null)[];

const open = { open: '06:00', close: '22:00' };

export const libraries = tenantTable(
  'libraries',
  {
    name: words('name').notNull(),
    code: text('code').notNull(),
    address: text('address').notNull(),
    city: words('city').notNull(),
    state: words('state').notNull(),
    pincode: text('pincode').notNull(),
    phone: text('phone'),
    email: text('email'),
    latitude: doublePrecision('latitude'),
    longitude: doublePrecision('longitude'),
    capacity: integer('capacity').notNull(),
    hours: jsonb('hours').$type<OpeningHours>().notNull(),
    managerName: words('manager_name'),
    managerPhone: text('manager_phone'),
    managerEmail: text('manager_email'),
    amenities: text('amenities').array().notNull().default(sql`'{}'::text[]`),
    status: text('status', { enum: ['active', 'inactive', 'under_maintenance'] })
      .notNull()
      .default('active'),
    /** What the platform says of it, beside what its owner does. */
    approval: text('approval', { enum: approvals }).notNull().default('approved'),
    approvalReason: text('approval_reason'),
    suspendedAt: at('suspended_at'),
    suspendedReason: text('suspended_reason'),
    ...written(),
  },
  {
    // Of the approval an owner may change that it is waited for, once changes were asked for: the trigger `approval_moves`.
    tenant: {
      reads: 'own',
      adds: true,
      changes: { allBut: ['approvalReason', 'suspendedAt', 'suspendedReason', 'createdAt'] },
    },
    platform: {
      reads: 'all',
      changes: ['approval', 'approvalReason', 'suspendedAt', 'suspendedReason', 'version', 'updatedAt'],
    },
    system: { reads: 'own' },
    trail: { of: 'library', keeps: { allBut: ['createdAt', 'updatedAt'] } },
    kept: 'as long as its tenant',
    sample: (n) => ({
      name: `Library ${n}`,
      code: `L-${n}`,
      address: '12 Station Road',
      city: 'Jaipur',
      state: 'Rajasthan',
      pincode: '302001',
      phone: '+919876543211',
      capacity: 80,
      hours: [open, open, open, open, open, open, null],
      amenities: ['wifi', 'water'],
    }),
    keys: (t) => [
      unique('libraries_tenant_id_code_key').on(t.tenantId, t.code),
      foreignKey({ name: 'libraries_tenant_fkey', columns: [t.tenantId], foreignColumns: [tenants.id] }),
      index('libraries_tenant_id_name_idx').on(t.tenantId, t.name, t.id),
      index('libraries_tenant_id_created_at_idx').on(t.tenantId, t.createdAt, t.id),
      index('libraries_waiting_idx')
        .on(t.tenantId, t.id)
        .where(sql`approval <> 'approved' or suspended_at is not null`),
      index('libraries_position_idx').on(t.tenantId, t.latitude, t.longitude).where(sql`latitude is not null`),
      check('libraries_approval_check', sql.raw(oneOf('approval', approvals))),
      check(
        'libraries_asked_check',
        sql`approval not in ('changes_requested', 'rejected') or approval_reason is not null`,
      ),
      check(
        'libraries_suspended_check',
        sql`(suspended_at is null) = (suspended_reason is null) and (suspended_at is null or approval = 'approved')`,
      ),
      check('libraries_status_check', sql`status in ('active', 'inactive', 'under_maintenance')`),
      check('libraries_capacity_check', sql`capacity between 1 and 100000`),
      check('libraries_hours_check', sql`jsonb_typeof(hours) = 'array' and jsonb_array_length(hours) = 7`),
      check('libraries_position_check', sql`(latitude is null) = (longitude is null)`),
      check('libraries_latitude_check', sql`latitude between -90 and 90`),
      check('libraries_longitude_check', sql`longitude between -180 and 180`),
    ],
  },
);
