export { Document as default, documentMetadata as generateMetadata, viewport } from '@studyspot/portal/shell/document';
