import { imports } from '@studyspot/db/schema/imports';
import type * as z from 'zod/mini';
import { AppError } from '../../errors/app-error.ts';
import type { ChangeScope } from '../../procedures/builder.ts';
import { writeVersioned } from '../../procedures/write.ts';
import { importOf, kindOf, lockImport } from './guards.ts';
import { detailOf } from './register-row.ts';
import { mayMap } from './rules.ts';
import type { mapImportInput } from './schema.ts';

/** Which column means what, as a person says: every line is read by that. */
export async function mapImport({ db, actor }: ChangeScope, input: z.output<typeof mapImportInput>) {
  const { id, version, headerNo, columns } = input;
  const { kind } = await importOf(db, actor, id);
  await lockImport(db, id);
  const named = columns.filter((name) => name !== null);
  const known = new Set(kindOf(kind).columns.map(({ name }) => name));
  if (!named.every((name) => known.has(name))) throw new AppError('validation', { fields: [] });
  if (new Set(named).size < named.length)
    throw new AppError('validation', { fields: [{ path: 'columns', message: 'repeated' }] });
  const { row } = await writeVersioned(db, imports, { id, version }, 'import.mapped', (before) => {
    if (!mayMap(before.state)) throw new AppError('changed_meanwhile');
    return { headerNo, columns, state: 'checking' as const };
  });
  return await detailOf(db, row);
}
