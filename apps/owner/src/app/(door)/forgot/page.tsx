export { ForgotPage as default, forgotTitle as generateMetadata } from '@studyspot/portal/identity/door-pages';
