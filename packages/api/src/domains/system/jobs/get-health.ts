import { sql } from '@studyspot/db/query';
import type * as z from 'zod/mini';
import type { ReadScope } from '../../../procedures/builder.ts';
import { WORKER } from './names.ts';
import type { health } from './schema.ts';

type Told = Omit<z.input<typeof health>, 'now' | 'workerAt' | 'pauses' | 'dead' | 'kinds'> & {
  pauses: { queue: string; tenant: string; name: string | null; reason: string; by: string | null; since: string }[];
  dead: { kind: string; tenant: string; name: string | null; count: number }[];
  tallies: Record<string, never>[];
};

const dated = (text: unknown): Date | null => (typeof text === 'string' ? new Date(text) : null);
const since = <T extends { since: unknown }>(one: T) => ({ ...one, since: dated(one.since) ?? new Date(0) });

/** What becomes of events and jobs, for whoever has to see that it does. */
export async function getHealth({ db }: Pick<ReadScope, 'db'>): Promise<z.input<typeof health>> {
  const [row] = await db.run(sql`select jobs.overview() as told, clock_timestamp() as now`);
  const told = row?.['told'] as Told;
  const worker = told.tallies.find((one) => one['kind'] === WORKER);
  return {
    now: row?.['now'] as Date,
    workerAt: dated(worker?.['last_at']),
    relayedAt: dated(told.relayedAt),
    unrelayed: { count: told.unrelayed.count, since: dated(told.unrelayed.since) },
    queues: told.queues.map(since),
    tenants: told.tenants.map(since),
    pauses: told.pauses.map(({ tenant, ...one }) => ({ ...since(one), tenantId: tenant })),
    dead: told.dead.map(({ tenant, ...one }) => ({ ...one, tenantId: tenant })),
    kinds: told.tallies
      .filter((one) => one !== worker)
      .map((one) => ({
        kind: String(one['kind']),
        done: Number(one['done']),
        failed: Number(one['failed']),
        lastAt: dated(one['last_at']),
        note: one['note'] ?? null,
        lastError: one['last_error'] ?? null,
        lastErrorAt: dated(one['last_error_at']),
      })),
    notifications: Number(told.notifications),
  };
}
