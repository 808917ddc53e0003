import { requestConfig } from '@studyspot/portal/shell/messages';

export default requestConfig({
  en: () => import('../../messages/en.json'),
  hi: () => import('../../messages/hi.json'),
});
