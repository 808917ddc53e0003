export {
  NoticeChoicesPage as default,
  noticeChoicesTitle as generateMetadata,
} from '@studyspot/portal/notifications/notice-pages';
