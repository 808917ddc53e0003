export { MissingPage as default } from '@studyspot/portal/page/missing-page';
export { notFoundTitle as generateMetadata } from '@studyspot/portal/shell/not-found-state';
