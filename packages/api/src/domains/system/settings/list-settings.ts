import { eq, ne } from '@studyspot/db/query';
import { PLATFORM_ID } from '@studyspot/db/schema/platform';
import { settings } from '@studyspot/db/schema/system';
import type { ReadScope } from '../../../procedures/builder.ts';
import { SETTING_KEYS, SETTINGS } from './schema.ts';
import { type Kind, toSetting } from './settings-row.ts';

/** A library also reads the platform's rows, through a declared door: they are not its own settings. */
export const listSettings =
  (kind: Kind) =>
  async ({ db }: ReadScope) => {
    const rows = await db
      .select()
      .from(settings)
      .where(kind === 'platform' ? eq(settings.tenantId, PLATFORM_ID) : ne(settings.tenantId, PLATFORM_ID));
    const stored = new Map(rows.map((row) => [row.key, row]));
    return SETTING_KEYS.filter((key) => SETTINGS[key].kind === kind).map((key) => toSetting(key, stored.get(key)));
  };
