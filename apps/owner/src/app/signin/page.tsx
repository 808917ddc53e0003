export { SignInPage as default, signInTitle as generateMetadata } from '@studyspot/portal/identity/sign-in-page';
