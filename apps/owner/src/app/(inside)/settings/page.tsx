import { titledInside } from '@studyspot/portal/shell/titled';
import { SettingsScreen } from '../../../features/settings/settings-screen.tsx';
import { page } from '../../../shell/session.ts';

export const generateMetadata = titledInside('settings');

export default page({ needs: 'settings:read', words: ['settings', 'fields', 'permissions'] }, async ({ load }) => {
  await load.settings.all();
  return <SettingsScreen />;
});
