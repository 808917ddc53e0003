export { NoPermissionPage as default } from '@studyspot/portal/page/no-permission-page';
