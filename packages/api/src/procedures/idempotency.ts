import { createHash } from 'node:crypto';
import { eq } from '@studyspot/db/query';
import type { acts, idempotencyKeys } from '@studyspot/db/schema/system';
import type { Actor, ChangeHandle } from '@studyspot/db/tenancy/scope';
import { AppError } from '../errors/app-error.ts';

/** Where keys are kept: for a day, or for as long as the tenant. */
export type KeyTable = typeof idempotencyKeys | typeof acts;

export interface KeyedCall {
  table: KeyTable;
  key: string;
  procedure: string;
  body: unknown;
  /** Who asks, with what rights: what they were answered is told to nobody else, nor to them once they may see less. */
  asker: Pick<Actor, 'userId' | 'role' | 'added' | 'removed'>;
}

/** Thrown to end the transaction of a repeated call: it has nothing to write, and its answer is already known. */
export class Replay extends Error {
  override readonly name = 'Replay';
  readonly response: unknown;
  constructor(response: unknown) {
    super('answered before');
    this.response = response;
  }
}

const digest = ({ body, asker: { userId, role, added, removed } }: KeyedCall): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([userId, role, added, removed, body]))
    .digest();

/** Runs a verb once per key, and keeps its answer in the same transaction. */
export async function once<T>(db: ChangeHandle, call: KeyedCall, run: () => Promise<T>): Promise<T> {
  const { table } = call;
  const bodyHash = digest(call);
  // The twin is answered at once instead of waiting on the unique index with a connection in its hand.
  if (!(await db.tryLock(`request ${call.key}`))) throw new AppError('conflict', { details: { reason: 'in_flight' } });
  const [stored] = await db
    .select({
      procedure: table.procedure,
      bodyHash: table.bodyHash,
      response: table.response,
    })
    .from(table)
    .where(eq(table.key, call.key));
  if (stored) {
    const isSame = stored.procedure === call.procedure && bodyHash.equals(stored.bodyHash);
    if (!isSame) throw new AppError('conflict', { details: { reason: 'other_body' } });
    throw new Replay(stored.response);
  }
  const result = await run();
  await db.insert(table).values({ key: call.key, procedure: call.procedure, bodyHash, response: result ?? null });
  return result;
}
