// What the admin portal's router holds, a line for each name.
export { platformAnnouncementsRouter as announcements } from '../domains/announcements/router.ts';
export { identityRouter as identity } from '../domains/identity/router.ts';
export { platformLibrariesRouter as libraries } from '../domains/libraries/router.ts';
export { platformNotificationsRouter as notifications } from '../domains/notifications/router.ts';
export { platformStaffRouter as platformStaff } from '../domains/staff/router.ts';
export {
  auditRouter as audit,
  jobsRouter as jobs,
  platformFlagsRouter as flags,
  platformSettingsRouter as settings,
  platformViewsRouter as views,
} from '../domains/system/router.ts';
export { tenantsRouter as tenants } from '../domains/tenants/router.ts';
