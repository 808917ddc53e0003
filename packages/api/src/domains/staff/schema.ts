import * as z from 'zod/mini';
import {
  atMost,
  email,
  id,
  instant,
  line,
  newestFirst,
  optionalInstant,
  requestKey,
  search,
  version,
} from '../../fields.ts';
import { listInput } from '../../procedures/list.ts';
import { DEPARTMENTS, MEMBER_STATES, PLATFORM_ROLES, STAFF_SORTS, TENANT_ROLES } from './names.ts';

export const tenantRole = z.enum(TENANT_ROLES);
export const platformRole = z.enum(PLATFORM_ROLES);
export const department = z.enum(DEPARTMENTS);
export const memberState = z.enum(MEMBER_STATES);

// Keys of the permission table; rules.ts refuses one that is not in it or that the actor does not hold.
const permissionKeys = z.array(z.string().check(atMost(60))).check(z.maxLength(80));
const rights = { added: permissionKeys, removed: permissionKeys };

const person = { name: line(120, 2), email };
const ofTenant = { role: tenantRole, ...rights };
const ofPlatform = { role: platformRole, department: z.nullable(department), ...rights };

export const inviteStaffInput = z.object({ requestKey, ...person, ...ofTenant });
export const invitePlatformStaffInput = z.object({ requestKey, ...person, ...ofPlatform });
export const updateStaffInput = z.object({ id, version, ...ofTenant });
export const updatePlatformStaffInput = z.object({ id, version, ...ofPlatform });
export const memberInput = z.object({ id });
export const memberVersionInput = z.object({ id, version });

export const staffFilters = {
  q: search(100),
  role: z.optional(tenantRole),
  state: z.optional(memberState),
};
export const platformStaffFilters = { ...staffFilters, role: z.optional(platformRole) };
export const listPlatformStaffInput = listInput(platformStaffFilters, STAFF_SORTS);
export const listStaffInput = listInput(staffFilters, STAFF_SORTS);

export const member = z.object({
  id,
  name: z.string(),
  email: z.string(),
  phone: z.nullable(z.string()),
  role: z.union([tenantRole, platformRole]),
  department: z.nullable(department),
  state: memberState,
  // the person who asks: their own rights cannot be changed
  self: z.boolean(),
  added: z.array(z.string()),
  removed: z.array(z.string()),
  version: z.int(),
  invitedAt: instant,
  acceptedAt: optionalInstant,
  removedAt: optionalInstant,
  lastSignInAt: optionalInstant,
  createdAt: instant,
});

export const activityEvent = z.object({
  id,
  name: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  at: instant,
});
export const activityInput = z.extend(listInput({}, ['at']), { id, sort: newestFirst });
