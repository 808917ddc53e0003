'use client';

import { Input, Select, Textarea } from '@studyspot/ui/input';
import { useTranslations } from 'next-intl';
import { countText } from '../count.tsx';
import type { Setting } from './setting-draft.ts';

type Control = { kind: 'whole' | 'email' } | { kind: 'line'; most: number } | { kind: 'choice'; values: string[] };

const controls: Readonly<Record<Setting['key'], Control>> = {
  'display.locale': { kind: 'choice', values: ['en', 'hi'] },
  'receipts.footer': { kind: 'line', most: 200 },
  'platform.support_email': { kind: 'email' },
  'platform.notice': { kind: 'line', most: 300 },
  'platform.trial_days': { kind: 'whole' },
  'platform.approve_libraries': { kind: 'choice', values: ['no', 'yes'] },
};

/** One of a few is saved as soon as it is chosen; what is typed waits for Save. */
export const isChosen = (key: Setting['key']): boolean => controls[key].kind === 'choice';

/** What a setting holds, as a person says it. */
export function useValueWord(): (setting: Pick<Setting, 'key' | 'value'>) => string {
  const t = useTranslations('settings');
  return ({ key, value }) => {
    if (typeof value === 'number') return countText(value);
    if (isChosen(key)) return t(`choices.${key}.${value}`);
    return value === '' ? t('nothing') : String(value);
  };
}

export interface SettingControlProps {
  name: Setting['key'];
  id: string;
  text: string;
  invalid: boolean;
  describedBy: string | undefined;
  onText: (text: string) => void;
}

export function SettingControl({ name, id, text, invalid, describedBy, onText }: SettingControlProps) {
  const t = useTranslations('settings.choices');
  const control = controls[name];
  const parts = { id, name, invalid, value: text, 'aria-describedby': describedBy };
  switch (control.kind) {
    case 'choice':
      return (
        <Select {...parts} autoComplete="off" className="max-w-sm" onChange={(event) => onText(event.target.value)}>
          {control.values.map((value) => (
            <option key={value} value={value}>
              {t(`${name}.${value}`)}
            </option>
          ))}
        </Select>
      );
    case 'line':
      return <Textarea {...parts} maxLength={control.most} onChange={(event) => onText(event.target.value)} />;
    case 'email':
      return (
        <Input
          {...parts}
          type="email"
          inputMode="email"
          autoComplete="off"
          className="max-w-sm"
          onChange={(event) => onText(event.target.value)}
        />
      );
    default:
      return (
        <Input
          {...parts}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          className="max-w-32"
          onChange={(event) => onText(event.target.value)}
        />
      );
  }
}
