'use client';

import { describedBy, Field } from '@studyspot/ui/field';
import { Notice } from '@studyspot/ui/notice';
import { useLocale, useTranslations } from 'next-intl';
import { dayText } from '../day.tsx';
import { TheirsOrMine } from '../form/theirs-or-mine.tsx';
import { SettingControl, useValueWord } from './setting-control.tsx';
import { type Draft, isOvertaken, type Setting, textOf } from './setting-draft.ts';

export interface SettingRowProps {
  setting: Setting;
  draft: Draft | null;
  fault: string | undefined;
  onText: (text: string) => void;
  /** Somebody else was faster: what is typed here shall replace theirs, or goes. */
  onKeep: () => void;
  onDrop: () => void;
}

/** A setting with its name, what it changes and since when it is so. */
export function SettingRow({ setting, draft, fault, onText, onKeep, onDrop }: SettingRowProps) {
  const t = useTranslations('settings');
  const locale = useLocale();
  const wordOf = useValueWord();
  const { key, value, isDefault, updatedAt } = setting;
  const id = settingId(key);
  const help = t(`help.${key}`);
  return (
    <div className="flex flex-col gap-2">
      <Field id={id} label={t(`names.${key}`)} help={help} error={fault}>
        <SettingControl
          name={key}
          id={id}
          text={draft?.text ?? textOf(value)}
          invalid={fault !== undefined}
          describedBy={describedBy(id, help, fault)}
          onText={onText}
        />
      </Field>
      {isOvertaken(draft, setting) ? (
        <Notice tone="warning" action={<TheirsOrMine onTheirs={onDrop} onMine={onKeep} />}>
          {t('overtaken', { value: wordOf(setting) })}
        </Notice>
      ) : null}
      <p className="text-text-subtle text-xs">
        {isDefault || !updatedAt ? t('asDelivered') : t('since', { day: dayText(locale, updatedAt) })}
      </p>
    </div>
  );
}

export const settingId = (key: Setting['key']) => `setting-${key.replace('.', '-')}`;
