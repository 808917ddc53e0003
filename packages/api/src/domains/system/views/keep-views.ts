import { views } from '@studyspot/db/schema/system';
import type * as z from 'zod/mini';
import type { ChangeScope } from '../../../procedures/builder.ts';
import { putVersioned } from '../../../procedures/write.ts';
import { keyOf } from './list-views.ts';
import type { keepViewsInput } from './schema.ts';

export async function keepViews({ db, actor }: ChangeScope, input: z.output<typeof keepViewsInput>) {
  const { list, saved, version } = input;
  const at = { key: keyOf(actor, list), version };
  return (await putVersioned(db, views, at, 'views.kept', { saved })).row;
}
