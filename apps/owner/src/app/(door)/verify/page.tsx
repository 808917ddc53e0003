export { VerifyPage as default, verifyTitle as generateMetadata } from '@studyspot/portal/identity/door-pages';
