export { SuspendedPage as default, suspendedTitle as generateMetadata } from '@studyspot/portal/shell/blocked-page';
