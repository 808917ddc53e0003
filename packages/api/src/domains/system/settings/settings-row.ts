import type * as z from 'zod/mini';
import { type SETTING_KEYS, SETTINGS, type setting } from './schema.ts';

export type Kind = 'platform' | 'library';
type Key = (typeof SETTING_KEYS)[number];
type Setting = z.input<typeof setting>;

/** Only what its schema takes comes back: a row from an older release falls back to the default. */
export function toSetting(key: Key, row: { value: unknown; version: number; updatedAt: Date } | undefined): Setting {
  const { value, fallback } = SETTINGS[key];
  const parsed = row ? value.safeParse(row.value) : undefined;
  return {
    key,
    value: parsed?.success ? parsed.data : fallback,
    isDefault: !parsed?.success,
    version: row?.version ?? 0,
    updatedAt: row?.updatedAt ?? null,
  };
}
