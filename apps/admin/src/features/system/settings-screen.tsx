'use client';

import { PLATFORM_SETTINGS } from '@studyspot/api/domains/system/settings/names';
import { Answered } from '@studyspot/portal/data/answered';
import { useHere } from '@studyspot/portal/data/here';
import { PageLink } from '@studyspot/portal/shell/page-link';
import { SettingsCards } from '@studyspot/portal/system/settings-cards';
import { SettingsPage } from '@studyspot/portal/system/settings-page';
import { ButtonLink } from '@studyspot/ui/button';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { flagAddress } from './flag-address.ts';

export function SettingsScreen() {
  const t = useTranslations('flags');
  const { may } = useHere();
  const reading = trpc.settings.all.useQuery();
  const { mutateAsync } = trpc.settings.put.useMutation();
  return (
    <SettingsPage
      lead="platform"
      actions={
        // The bar of a phone has no room for it.
        may('flags:update') ? (
          <ButtonLink as={PageLink} href={flagAddress.path}>
            {t('title')}
          </ButtonLink>
        ) : null
      }
    >
      <Answered reading={reading}>
        {(settings) => (
          <SettingsCards topics={PLATFORM_SETTINGS} settings={settings} change="system:settings" put={mutateAsync} />
        )}
      </Answered>
    </SettingsPage>
  );
}
