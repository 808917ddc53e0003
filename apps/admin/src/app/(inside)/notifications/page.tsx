export { NoticesPage as default, noticesTitle as generateMetadata } from '@studyspot/portal/notifications/notice-pages';
