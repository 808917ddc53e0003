export { InvitationPage as default, invitationTitle as generateMetadata } from '@studyspot/portal/identity/door-pages';
