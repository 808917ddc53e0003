import { students } from '@studyspot/db/schema/students';
import type * as z from 'zod/mini';
import type { ReadScope } from '../../../procedures/builder.ts';
import { findRow } from '../../../procedures/write.ts';
import { consentsOf } from './consents-of.ts';
import type { consentsInput } from './schema.ts';

export async function listConsents({ db }: ReadScope, { id }: z.output<typeof consentsInput>) {
  await findRow(db, students, { id });
  return { items: await consentsOf(db, id) };
}
