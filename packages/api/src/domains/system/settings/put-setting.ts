import { eq, ne } from '@studyspot/db/query';
import { PLATFORM_ID } from '@studyspot/db/schema/platform';
import { settings } from '@studyspot/db/schema/system';
import type * as z from 'zod/mini';
import { AppError } from '../../../errors/app-error.ts';
import type { ChangeScope } from '../../../procedures/builder.ts';
import { putVersioned } from '../../../procedures/write.ts';
import { type putSettingInput, SETTINGS } from './schema.ts';
import { toSetting } from './settings-row.ts';

export async function putSetting({ db, actor }: ChangeScope, input: z.output<typeof putSettingInput>) {
  const { key, version } = input;
  const known = SETTINGS[key];
  if (known.kind !== actor.tenantKind)
    throw new AppError('validation', { fields: [{ path: 'key', message: 'choice' }] });
  const parsed = known.value.safeParse(input.value);
  if (!parsed.success) throw new AppError('validation', { fields: [{ path: 'value', message: 'invalid' }] });
  const within =
    actor.tenantKind === 'platform' ? eq(settings.tenantId, PLATFORM_ID) : ne(settings.tenantId, PLATFORM_ID);
  const values = { value: parsed.data, updatedBy: actor.userId };
  return toSetting(key, (await putVersioned(db, settings, { key, version, within }, 'setting.changed', values)).row);
}
