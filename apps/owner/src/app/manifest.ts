export { manifest as default } from '@studyspot/portal/install/manifest';
