// Every domain, a line each, with who may do what in it. Each may import only those above it, never one below.
export { identityPermissions as identity } from '../domains/identity/permissions.ts';
export { tenantsPermissions as tenants } from '../domains/tenants/permissions.ts';
export { staffPermissions as staff } from '../domains/staff/permissions.ts';
export { librariesPermissions as libraries } from '../domains/libraries/permissions.ts';
export { systemPermissions as system } from '../domains/system/permissions.ts';
