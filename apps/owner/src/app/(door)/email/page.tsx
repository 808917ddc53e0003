export { EmailPage as default, emailTitle as generateMetadata } from '@studyspot/portal/identity/door-pages';
