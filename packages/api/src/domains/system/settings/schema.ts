import * as z from 'zod/mini';
import { atMost, email, line, optionalInstant, storedVersion } from '../../../fields.ts';
import { SUPPORT_EMAIL } from '../../identity/names.ts';
import { TRIAL_DAYS } from '../../tenants/rules.ts';
import { trialDays } from '../../tenants/schema.ts';

// Every setting: who may set it, what it may hold, what holds until someone does.
export const SETTINGS = {
  'display.locale': { kind: 'library', value: z.enum(['en', 'hi']), fallback: 'en' },
  'receipts.footer': { kind: 'library', value: line(200, 0), fallback: '' },
  'platform.support_email': { kind: 'platform', value: email, fallback: SUPPORT_EMAIL },
  'platform.trial_days': { kind: 'platform', value: trialDays, fallback: TRIAL_DAYS },
  'platform.approve_libraries': { kind: 'platform', value: z.enum(['no', 'yes']), fallback: 'no' },
  'platform.notice': { kind: 'platform', value: line(300, 0), fallback: '' },
} as const;
export type SettingKey = keyof typeof SETTINGS;
export const SETTING_KEYS = Object.keys(SETTINGS).filter((key): key is SettingKey => key in SETTINGS);

const scalar = z.union([z.string().check(atMost(1000)), z.number(), z.boolean()]);

export const setting = z.object({
  key: z.enum(SETTING_KEYS),
  value: scalar,
  isDefault: z.boolean(),
  version: z.int(),
  updatedAt: optionalInstant,
});
export const settingsOutput = z.array(setting);
export const putSettingInput = z.object({ key: z.enum(SETTING_KEYS), value: scalar, version: storedVersion });
