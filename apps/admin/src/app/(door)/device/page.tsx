export { DevicePage as default, deviceTitle as generateMetadata } from '@studyspot/portal/identity/door-pages';
