import { count, like } from '@studyspot/db/query';
import { views } from '@studyspot/db/schema/system';
import type * as z from 'zod/mini';
import { AppError } from '../../../errors/app-error.ts';
import type { ChangeScope } from '../../../procedures/builder.ts';
import { putVersioned } from '../../../procedures/write.ts';
import { keyOf } from './list-views.ts';
import type { keepViewsInput } from './schema.ts';

// More than a portal has lists: their names are the screens', and rows of any other name would be kept for ever.
const MOST_LISTS = 50;

export async function keepViews({ db, actor }: ChangeScope, input: z.output<typeof keepViewsInput>) {
  const { list, saved, version } = input;
  const at = { key: keyOf(actor, list), version };
  if (version === 0) {
    const theirs = keyOf(actor, '%');
    await db.lock(`views ${theirs}`);
    const [kept] = await db.select({ lists: count() }).from(views).where(like(views.key, theirs));
    if ((kept?.lists ?? 0) >= MOST_LISTS)
      throw new AppError('validation', { details: { reason: 'lists', most: MOST_LISTS } });
  }
  return (await putVersioned(db, views, at, 'views.kept', { saved })).row;
}
