import { and, eq, sql } from '@studyspot/db/query';
import { PLATFORM_ID } from '@studyspot/db/schema/platform';
import { featureFlags } from '@studyspot/db/schema/system';
import type { ChangeHandle, TrailEvent } from '@studyspot/db/tenancy/scope';
import type * as z from 'zod/mini';
import { AppError } from '../../errors/app-error.ts';
import type { ChangeScope } from '../../procedures/builder.ts';
import { findTenant } from '../tenants/tenant-row.ts';
import { flagOf } from './flags-row.ts';
import type { putFlagInput } from './schema.ts';

type Input = z.output<typeof putFlagInput>;

/** For everyone, or for one tenant, whose own trail hears of it too. */
export async function putFlag({ db }: ChangeScope, input: Input) {
  const { tenantId } = input;
  if (tenantId === undefined) {
    const { after, event } = await write(db, PLATFORM_ID, input);
    db.record(event);
    return flagOf(input.key, after, undefined);
  }
  await findTenant(db, tenantId);
  const { after, event } = await db.asTenant(tenantId, async (theirs) => {
    const written = await write(theirs, tenantId, input);
    theirs.record(written.event);
    return written;
  });
  db.record(event);
  return flagOf(input.key, undefined, after);
}

async function write(db: ChangeHandle, tenantId: string, { key, enabled, version }: Input) {
  await db.lock(`flag ${key}`);
  const here = and(eq(featureFlags.tenantId, tenantId), eq(featureFlags.key, key));
  const [before] = await db.select().from(featureFlags).where(here);
  if ((before?.version ?? 0) !== version) throw new AppError('changed_meanwhile');
  const [after] = before
    ? await db
        .update(featureFlags)
        .set({ enabled, version: version + 1, updatedAt: sql`now()` })
        .where(here)
        .returning()
    : await db.insert(featureFlags).values({ key, enabled }).returning();
  if (!after) throw new AppError('changed_meanwhile');
  const event: TrailEvent = {
    name: 'flag.changed',
    subject: { kind: 'flag', id: key },
    ...(before && { before }),
    after,
  };
  return { after, event };
}
