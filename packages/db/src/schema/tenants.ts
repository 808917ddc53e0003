import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { users } from './identity.ts';
import { libraries } from './libraries.ts';
import { oneOf } from './one-of.ts';
import { PLATFORM_ID } from './platform.ts';
import { businessRoles, departments, platformRoles } from './roles.ts';
import { hangsOn, tableOfTenants, tenantTable } from './tenant-table.ts';
import { words } from './words.ts';
import { at, written } from './written.ts';

// Under the wall too, with `id` in place of `tenant_id`.
export const tenants = tableOfTenants(
  'tenants',
  {
    id: uuid('id').primaryKey().default(sql`uuidv7()`),
    kind: text('kind', { enum: ['platform', 'library'] })
      .notNull()
      .default('library'),
    name: words('name').notNull(),
    slug: text('slug').notNull().unique('tenants_slug_key'),
    email: text('email').notNull(),
    phone: text('phone'),
    city: words('city'),
    state: words('state'),
    status: text('status', { enum: ['trial', 'active', 'suspended', 'expired'] })
      .notNull()
      .default('trial'),
    plan: text('plan', { enum: ['free', 'starter', 'professional', 'enterprise'] })
      .notNull()
      .default('free'),
    maxLibraries: integer('max_libraries').notNull().default(1),
    maxStudents: integer('max_students').notNull().default(100),
    maxStaff: integer('max_staff').notNull().default(10),
    trialEndsAt: at('trial_ends_at'),
    subscriptionEndsAt: at('subscription_ends_at'),
    suspendedReason: text('suspended_reason'),
    suspendedAt: at('suspended_at'),
    removedReason: text('removed_reason'),
    ...written(),
    deletedAt: at('deleted_at'),
  },
  {
    tenant: { reads: 'own' },
    platform: {
      reads: 'all',
      adds: true,
      // Neither kind, address, plan nor limits.
      changes: [
        ...(['name', 'email', 'phone', 'city', 'state', 'status', 'trialEndsAt', 'subscriptionEndsAt'] as const),
        ...(['suspendedReason', 'suspendedAt', 'removedReason', 'version', 'updatedAt', 'deletedAt'] as const),
      ],
    },
    gate: [
      ...(['id', 'kind', 'status', 'deletedAt', 'trialEndsAt', 'subscriptionEndsAt'] as const),
      ...(['maxLibraries', 'maxStudents', 'maxStaff'] as const),
    ],
    system: { reads: 'own' },
    identity: { reads: ['id', 'kind', 'name', 'status', 'deletedAt'] },
    jobs: { reads: ['id', 'name', 'status', 'deletedAt'] },
    trail: { of: 'tenant', keeps: { allBut: ['kind', 'createdAt', 'updatedAt'] } },
    kept: 'for ever',
    sample: (n) => ({
      name: `Tenant ${n}`,
      slug: `tenant-${n}`,
      email: `office-${n}@example.test`,
      phone: '+919876543210',
      city: 'Jaipur',
      state: 'Rajasthan',
      status: 'active' as const,
      plan: 'professional' as const,
      maxLibraries: 5,
      maxStudents: 500,
      maxStaff: 20,
    }),
    keys: (t) => [
      unique('tenants_id_kind_key').on(t.id, t.kind),
      uniqueIndex('tenants_one_platform').on(t.kind).where(sql`kind = 'platform'`),
      index('tenants_created_at_idx').on(t.createdAt, t.id),
      index('tenants_name_idx').on(t.name, t.id),
      index('tenants_status_idx').on(t.status, t.id),
      check('tenants_kind_check', sql`kind in ('platform', 'library')`),
      check('tenants_platform_check', sql`(kind = 'platform') = (id = ${sql.raw(`'${PLATFORM_ID}'`)}::uuid)`),
      // A suspended or removed platform could never be brought back.
      check('tenants_platform_stays_check', sql`kind <> 'platform' or (status = 'active' and deleted_at is null)`),
      check('tenants_status_check', sql`status in ('trial', 'active', 'suspended', 'expired')`),
      check('tenants_plan_check', sql`plan in ('free', 'starter', 'professional', 'enterprise')`),
      check(
        'tenants_suspended_check',
        sql`status <> 'suspended' or (suspended_reason is not null and suspended_at is not null)`,
      ),
      check('tenants_limits_check', sql`max_libraries >= 0 and max_students >= 0 and max_staff >= 0`),
      check('tenants_name_check', sql`length(name) between 1 and 200`),
    ],
  },
);

export const memberships = tenantTable(
  'memberships',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    tenantKind: text('tenant_kind', { enum: ['platform', 'library'] })
      .notNull()
      .default('library'),
    role: text('role', { enum: [...businessRoles, ...platformRoles] }).notNull(),
    department: text('department', { enum: departments }),
    added: text('added').array().notNull().default(sql`'{}'::text[]`),
    removed: text('removed').array().notNull().default(sql`'{}'::text[]`),
    libraryId: uuid('library_id'),
    // Copies of the person's own; only identity functions change them.
    name: words('name').notNull(),
    email: text('email').notNull(),
    phone: text('phone'),
    invitedAt: at('invited_at').notNull().defaultNow(),
    invitedBy: uuid('invited_by'),
    acceptedAt: at('accepted_at'),
    removedAt: at('removed_at'),
    lastSignInAt: at('last_sign_in_at'),
    ...written(),
  },
  {
    tenant: {
      reads: 'own',
      adds: true,
      changes: ['role', 'added', 'removed', 'invitedAt', 'invitedBy', 'removedAt', 'version', 'updatedAt'],
    },
    platform: {
      reads: 'all',
      adds: true,
      changes: [
        'role',
        'department',
        'added',
        'removed',
        'invitedAt',
        'invitedBy',
        'removedAt',
        'version',
        'updatedAt',
      ],
    },
    gate: ['tenantId', 'id', 'userId', 'role', 'added', 'removed', 'libraryId', 'acceptedAt', 'removedAt'],
    identity: {
      reads: [
        ...(['tenantId', 'id', 'userId', 'tenantKind', 'role', 'added', 'removed', 'libraryId', 'name'] as const),
        ...(['acceptedAt', 'removedAt'] as const),
      ],
      changes: ['name', 'email', 'phone', 'acceptedAt', 'lastSignInAt', 'updatedAt'],
    },
    system: { reads: 'own' },
    jobs: { reads: ['tenantId', 'id', 'userId', 'role', 'added', 'removed', 'libraryId', 'acceptedAt', 'removedAt'] },
    // An invitation counts once accepted.
    restrictions: [{ name: 'consent', on: 'insert', check: 'accepted_at is null' }],
    trail: {
      of: 'membership',
      keeps: ['role', 'department', 'added', 'removed', 'name', 'email', 'invitedAt', 'removedAt', 'version'],
      also: ['mail'],
    },
    kept: 'as long as its tenant',
    sample: (n, isPlatform) => ({
      role: isPlatform ? ('support' as const) : ('staff' as const),
      name: `Member ${n}`,
      email: `member-${n}@example.test`,
    }),
    keys: (t) => [
      unique('memberships_tenant_id_user_id_key').on(t.tenantId, t.userId),
      foreignKey({
        name: 'memberships_tenant_fkey',
        columns: [t.tenantId, t.tenantKind],
        foreignColumns: [tenants.id, tenants.kind],
      }),
      hangsOn('memberships_library_fkey', [t.tenantId, t.libraryId], libraries),
      index('memberships_tenant_id_name_idx').on(t.tenantId, t.name, t.id),
      index('memberships_tenant_id_library_id_idx').on(t.tenantId, t.libraryId),
      index('memberships_user_id_idx').on(t.userId),
      check(
        'memberships_role_check',
        sql.raw(
          `(tenant_kind = 'platform' and ${oneOf('role', platformRoles)}) or (tenant_kind = 'library' and ${oneOf('role', businessRoles)})`,
        ),
      ),
      check(
        'memberships_department_check',
        sql.raw(`department is null or (tenant_kind = 'platform' and ${oneOf('department', departments)})`),
      ),
      check('memberships_name_check', sql`length(name) between 1 and 200`),
      check('memberships_rights_check', sql`cardinality(added) <= 200 and cardinality(removed) <= 200`),
    ],
  },
);
