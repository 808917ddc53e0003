export { ListLoading as default } from '@studyspot/portal/shell/loading';
