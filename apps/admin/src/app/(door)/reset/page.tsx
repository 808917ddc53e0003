export { ResetPage as default, resetTitle as generateMetadata } from '@studyspot/portal/identity/door-pages';
