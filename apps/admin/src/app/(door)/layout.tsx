export { DoorLayout as default } from '@studyspot/portal/shell/door-page';
