import { inArray, sql } from '@studyspot/db/query';
import { importParts, imports } from '@studyspot/db/schema/imports';
import type * as z from 'zod/mini';
import { AppError } from '../../errors/app-error.ts';
import { MOST_BYTES } from '../../importing/bounds.ts';
import type { ChangeScope } from '../../procedures/builder.ts';
import { insertRow } from '../../procedures/write.ts';
import { admittingLibrary } from '../libraries/approval/guards.ts';
import { mayImport } from './guards.ts';
import { detailOf } from './register-row.ts';
import type { beginImportInput } from './schema.ts';

/** The parts of a file are all there: from here on the worker reads it. */
export async function beginImport({ db, actor }: ChangeScope, input: z.output<typeof beginImportInput>) {
  const { requestKey: _, parts, ...facts } = input;
  mayImport(actor, facts.kind);
  await admittingLibrary(db, facts.libraryId, 'libraryId');
  const found = await db
    .select({ id: importParts.id, bytes: sql<number>`length(${importParts.data})` })
    .from(importParts)
    .where(inArray(importParts.id, parts));
  const whole = new Set(parts).size === parts.length && found.length === parts.length;
  if (!whole || found.some(({ bytes }) => bytes === 0)) throw new AppError('not_found');
  const size = found.reduce((sum, { bytes }) => sum + bytes, 0);
  if (size > MOST_BYTES) throw new AppError('invalid_format', { details: { reason: 'too_large' } });
  const { row } = await insertRow(db, imports, { ...facts, parts, state: 'reading' }, 'import.begun');
  return await detailOf(db, row);
}
