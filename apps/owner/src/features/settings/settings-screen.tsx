'use client';

import { BUSINESS_SETTINGS } from '@studyspot/api/domains/system/settings/names';
import { Answered } from '@studyspot/portal/data/answered';
import { SettingsCards } from '@studyspot/portal/system/settings-cards';
import { SettingsPage } from '@studyspot/portal/system/settings-page';
import { trpc } from '../../shell/trpc.ts';

export function SettingsScreen() {
  const reading = trpc.settings.all.useQuery();
  const { mutateAsync } = trpc.settings.put.useMutation();
  return (
    <SettingsPage lead="library">
      <Answered reading={reading}>
        {(settings) => (
          <SettingsCards topics={BUSINESS_SETTINGS} settings={settings} change="settings:update" put={mutateAsync} />
        )}
      </Answered>
    </SettingsPage>
  );
}
