import { titledInside } from '@studyspot/portal/shell/titled';
import { SettingsScreen } from '../../../features/system/settings-screen.tsx';
import { page } from '../../../shell/session.ts';

export const generateMetadata = titledInside('settings');

export default page(
  { needs: 'system:settings', words: ['settings', 'flags', 'fields', 'permissions'] },
  async ({ load }) => {
    await load.settings.all();
    return <SettingsScreen />;
  },
);
