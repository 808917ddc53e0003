export { NoPermissionPage as default } from '@studyspot/portal/shell/no-permission';
