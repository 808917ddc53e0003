import { labels } from '@studyspot/db/schema/labels';
import type * as z from 'zod/mini';
import type { ChangeScope } from '../../../procedures/builder.ts';
import { writeVersioned } from '../../../procedures/write.ts';
import { mustBeHeld } from './must-be-held.ts';
import { relabel } from './relabel.ts';
import type { renameLabelInput } from './schema.ts';

export async function renameLabel({ db }: ChangeScope, { name, ...at }: z.output<typeof renameLabelInput>) {
  await db.lock('labels');
  let was = name;
  const { row } = await writeVersioned(db, labels, at, 'label.renamed', (before) => {
    mustBeHeld(before);
    was = before.name;
    return { name };
  });
  return { ...row, students: await relabel(db, was, name) };
}
