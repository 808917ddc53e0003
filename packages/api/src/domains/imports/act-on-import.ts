import { imports } from '@studyspot/db/schema/imports';
import type * as z from 'zod/mini';
import { AppError } from '../../errors/app-error.ts';
import type { ChangeScope } from '../../procedures/builder.ts';
import { writeVersioned } from '../../procedures/write.ts';
import { importOf, lockImport } from './guards.ts';
import { detailOf } from './register-row.ts';
import { movedBy } from './rules.ts';
import type { actOnImportInput } from './schema.ts';

const told = { start: 'import.started', stop: 'import.stopped', undo: 'import.undoing' } as const;

/** Brings in what was checked, stops that, or takes it back: the worker goes on from what stands here. */
export async function actOnImport(
  { db, actor, services }: ChangeScope,
  { id, act }: z.output<typeof actOnImportInput>,
) {
  await importOf(db, actor, id);
  await lockImport(db, id);
  const before = await importOf(db, actor, id);
  const { version } = before;
  const to = movedBy(act, before, services.clock.now());
  if (to === null) throw new AppError('changed_meanwhile');
  const { row } = await writeVersioned(db, imports, { id, version }, told[act], { state: to });
  return await detailOf(db, row);
}
