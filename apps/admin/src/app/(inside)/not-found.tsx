export { NotFoundState as default, notFoundTitle as generateMetadata } from '@studyspot/portal/shell/not-found-state';
