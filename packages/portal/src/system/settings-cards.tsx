'use client';

import type { Permission } from '@studyspot/api/permissions/table';
import { Notice } from '@studyspot/ui/notice';
import { useTranslations } from 'next-intl';
import { useHere } from '../data/here.tsx';
import { SettingCard, type SettingCardProps } from './setting-card.tsx';
import type { Setting } from './setting-draft.ts';

export interface SettingsCardsProps extends Pick<SettingCardProps, 'put' | 'settings'> {
  topics: Readonly<Record<string, readonly Setting['key'][]>>;
  /** Who lacks it may only look. */
  change: Permission;
}

/** The settings of a portal, a card for each topic. */
export function SettingsCards({ topics, settings, change, put }: SettingsCardsProps) {
  const t = useTranslations('settings');
  const permissions = useTranslations('permissions');
  const { may } = useHere();
  const mayChange = may(change);
  return (
    <div className="flex max-w-2xl flex-col gap-4 px-4 lg:px-8">
      {mayChange ? null : <Notice>{t('readOnly', { permission: permissions(change) })}</Notice>}
      {Object.entries(topics).map(([topic, keys]) => (
        <SettingCard
          key={topic}
          topic={topic}
          settings={settings.filter(({ key }) => keys.includes(key))}
          mayChange={mayChange}
          put={put}
        />
      ))}
    </div>
  );
}
