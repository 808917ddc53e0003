// What the owner portal's router holds, a line for each name.
export { announcementsRouter as announcements } from '../domains/announcements/router.ts';
export { identityRouter as identity } from '../domains/identity/router.ts';
export { importsRouter as imports } from '../domains/imports/router.ts';
export { comparisonRouter as comparison, librariesRouter as libraries } from '../domains/libraries/router.ts';
export { notificationsRouter as notifications } from '../domains/notifications/router.ts';
export { staffRouter as staff } from '../domains/staff/router.ts';
export { studentsRouter as students } from '../domains/students/router.ts';
export { flagsRouter as flags, settingsRouter as settings, viewsRouter as views } from '../domains/system/router.ts';
