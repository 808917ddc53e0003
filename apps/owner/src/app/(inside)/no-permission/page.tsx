export {
  NoPermissionPage as default,
  noPermissionTitle as generateMetadata,
} from '@studyspot/portal/page/no-permission-page';
