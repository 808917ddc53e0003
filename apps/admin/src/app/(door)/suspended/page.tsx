export { SuspendedPage as default } from '@studyspot/portal/shell/blocked-page';
