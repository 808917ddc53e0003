import { and, eq, ne, sql } from '@studyspot/db/query';
import { PLATFORM_ID } from '@studyspot/db/schema/platform';
import { settings } from '@studyspot/db/schema/system';
import type * as z from 'zod/mini';
import { AppError } from '../../errors/app-error.ts';
import type { ChangeScope } from '../../procedures/builder.ts';
import { type putSettingInput, SETTINGS } from './schema.ts';
import { toSetting } from './settings-row.ts';

export async function putSetting({ db, actor }: ChangeScope, input: z.output<typeof putSettingInput>) {
  const { key, version } = input;
  const known = SETTINGS[key];
  if (known.kind !== actor.tenantKind)
    throw new AppError('validation', { fields: [{ path: 'key', message: 'choice' }] });
  const parsed = known.value.safeParse(input.value);
  if (!parsed.success) throw new AppError('validation', { fields: [{ path: 'value', message: 'invalid' }] });
  await db.lock(`setting ${key}`);
  const own = actor.tenantKind === 'platform' ? eq(settings.tenantId, PLATFORM_ID) : ne(settings.tenantId, PLATFORM_ID);
  const here = and(own, eq(settings.key, key));
  const [before] = await db.select().from(settings).where(here);
  if ((before?.version ?? 0) !== version) throw new AppError('changed_meanwhile');
  const values = { value: parsed.data, updatedBy: actor.userId };
  const [after] = before
    ? await db
        .update(settings)
        .set({ ...values, version: version + 1, updatedAt: sql`now()` })
        .where(here)
        .returning()
    : await db
        .insert(settings)
        .values({ key, ...values })
        .returning();
  if (!after) throw new AppError('changed_meanwhile');
  db.record({
    name: 'setting.changed',
    subject: { kind: 'setting', id: key },
    ...(before && { before }),
    after,
  });
  return toSetting(key, after);
}
