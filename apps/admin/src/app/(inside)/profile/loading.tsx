export { FormLoading as default } from '@studyspot/portal/shell/loading';
