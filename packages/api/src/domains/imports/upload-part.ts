import { and, count, gte, lt, sql } from '@studyspot/db/query';
import { importParts } from '@studyspot/db/schema/imports';
import type * as z from 'zod/mini';
import { AppError } from '../../errors/app-error.ts';
import type { ChangeScope } from '../../procedures/builder.ts';
import { kindsOf } from './guards.ts';
import type { importPartInput } from './schema.ts';

const MOST_WAITING = 120;
const hourAgo = sql`now() - interval '1 hour'`;
const isFull = sql`length(${importParts.data}) > 0`;

/** A part of a file, as much as a call may bring. What nobody begins with within an hour is forgotten. */
export async function uploadPart({ db, actor }: ChangeScope, { data }: z.output<typeof importPartInput>) {
  kindsOf(actor);
  await db
    .update(importParts)
    .set({ data: new Uint8Array() })
    .where(and(isFull, lt(importParts.createdAt, hourAgo)));
  const [waiting] = await db
    .select({ all: count() })
    .from(importParts)
    .where(and(isFull, gte(importParts.createdAt, hourAgo)));
  if ((waiting?.all ?? 0) >= MOST_WAITING) throw new AppError('too_many_calls', { details: { retryAfter: 600 } });
  const [part] = await db
    .insert(importParts)
    .values({ data: Buffer.from(data, 'base64') })
    .returning({ id: importParts.id });
  if (!part) throw new AppError('database');
  db.record({ name: 'import.uploaded', subject: { kind: 'import', id: part.id } });
  return part;
}
