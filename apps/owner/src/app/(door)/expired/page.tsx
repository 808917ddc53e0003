export { ExpiredPage as default } from '@studyspot/portal/shell/blocked-page';
