import { labels } from '@studyspot/db/schema/labels';
import type * as z from 'zod/mini';
import type { ChangeScope } from '../../../procedures/builder.ts';
import { writeVersioned } from '../../../procedures/write.ts';
import { mustBeHeld } from './must-be-held.ts';
import { relabel } from './relabel.ts';
import type { labelVersionInput } from './schema.ts';

export async function removeLabel({ db, services }: ChangeScope, at: z.output<typeof labelVersionInput>) {
  await db.lock('labels');
  const { row } = await writeVersioned(db, labels, at, 'label.removed', (before) => {
    mustBeHeld(before);
    return { removedAt: services.clock.now() };
  });
  return { ...row, students: await relabel(db, row.name, null) };
}
