export { ChoosePage as default, chooseTitle as generateMetadata } from '@studyspot/portal/identity/choose-page';
