export { NotFoundPage as default } from '@studyspot/portal/shell/not-found-state';
