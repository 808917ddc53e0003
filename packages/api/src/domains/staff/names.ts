export { PLATFORM_ROLES, TENANT_ROLES } from '../../permissions/roles.ts';

export const DEPARTMENTS = ['management', 'sales', 'finance', 'operations'] as const;
export const MEMBER_STATES = ['invited', 'active', 'removed'] as const;
export const STAFF_SORTS = ['name', 'createdAt'] as const;
