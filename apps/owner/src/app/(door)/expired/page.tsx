export { ExpiredPage as default, expiredTitle as generateMetadata } from '@studyspot/portal/shell/blocked-page';
