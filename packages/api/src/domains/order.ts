// Every domain, a line each. Each may import only those above it, never one below.
export { notifications } from './notifications/domain.ts';
export { identity } from './identity/domain.ts';
export { tenants } from './tenants/domain.ts';
export { staff } from './staff/domain.ts';
export { libraries } from './libraries/domain.ts';
export { students } from './students/domain.ts';
export { imports } from './imports/domain.ts';
export { announcements } from './announcements/domain.ts';
export { system } from './system/domain.ts';
