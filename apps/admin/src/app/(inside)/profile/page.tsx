export { ProfilePage as default, profileTitle as generateMetadata } from '@studyspot/portal/identity/profile-page';
