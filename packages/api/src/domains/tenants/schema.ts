import * as z from 'zod/mini';
import {
  email,
  id,
  instant,
  line,
  optionalInstant,
  paragraph,
  phone,
  requestKey,
  search,
  state,
  version,
} from '../../fields.ts';

import { listInput } from '../../procedures/list.ts';
import { PLANS, TENANT_SORTS, TENANT_STATUSES } from './names.ts';

export const plan = z.enum(PLANS);
export const tenantStatus = z.enum(TENANT_STATUSES);
/** What the platform's setting of that name may hold. */
export const trialDays = z.int().check(z.gte(1), z.lte(90));

const details = { name: line(120, 2), email, phone, city: line(80), state };

export const createTenantInput = z.object({
  requestKey,
  ...details,
  plan,
  ownerName: line(120, 2),
  ownerEmail: email,
  ownerPhone: phone,
});
export const updateTenantInput = z.object({ id, version, ...details });
export const tenantInput = z.object({ id });
export const tenantVersionInput = z.object({ id, version });
/** Of what is taken away from the people of a business. */
export const tenantReasonInput = z.object({ id, version, reason: paragraph(500, 10) });

export const tenantFilters = {
  q: search(100),
  status: z.optional(tenantStatus),
  plan: z.optional(plan),
  city: search(80),
  // true lists the removed ones instead
  deleted: z.optional(z.boolean()),
};
export const listTenantsInput = listInput(tenantFilters, TENANT_SORTS);

export const tenantItem = z.object({
  id,
  name: z.string(),
  slug: z.string(),
  email: z.string(),
  phone: z.nullable(z.string()),
  city: z.nullable(z.string()),
  state: z.nullable(z.string()),
  status: tenantStatus,
  plan,
  version: z.int(),
  createdAt: instant,
  /** Until when the plan runs; of a trial, its end. */
  endsAt: optionalInstant,
  deletedAt: optionalInstant,
});

export const tenantOwner = z.object({
  membershipId: id,
  name: z.string(),
  email: z.string(),
  phone: z.nullable(z.string()),
  accepted: z.boolean(),
});

export const tenantDetail = z.extend(tenantItem, {
  maxLibraries: z.int(),
  maxStudents: z.int(),
  maxStaff: z.int(),
  trialEndsAt: optionalInstant,
  subscriptionEndsAt: optionalInstant,
  suspendedReason: z.nullable(z.string()),
  suspendedAt: optionalInstant,
  removedReason: z.nullable(z.string()),
  updatedAt: instant,
  owners: z.array(tenantOwner),
  libraryCount: z.int(),
  staffCount: z.int(),
});
