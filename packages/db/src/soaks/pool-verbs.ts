import { setTimeout as pause } from 'node:timers/promises';
import { eq, sql } from '../query.ts';
import { libraries } from '../schema/libraries.ts';
import type { ChangeHandle, ReadHandle } from '../tenancy/scope.ts';
import type { Business } from '../testing/world.ts';
import type { Random } from './random.ts';

/** What a verb saw: rows of another tenant are counted wherever they turn up, also after the verb's end. */
export interface Watch {
  random: Random;
  foreign: number;
  strays: Promise<unknown>[];
}

type Read = (db: ReadHandle, own: Business, watch: Watch) => Promise<void>;
type Change = (db: ChangeHandle, own: Business, watch: Watch) => Promise<void>;

async function look(db: ReadHandle, own: Business, watch: Watch): Promise<void> {
  const rows = await db
    .select({ tenantId: libraries.tenantId, capacity: libraries.capacity, createdAt: libraries.createdAt })
    .from(libraries)
    .limit(20);
  watch.foreign += rows.filter((row) => row.tenantId !== own.id).length;
  if (rows.length === 0) watch.foreign++;
}

/** Left behind: it may fail at any time, but never with somebody else's rows. */
function stray(work: Promise<unknown>, watch: Watch): void {
  watch.strays.push(work.catch(() => undefined));
}

async function write(db: ReadHandle, own: Business, watch: Watch): Promise<void> {
  const rows = await db
    .update(libraries)
    .set({ managerName: own.id, capacity: 10 + watch.random.below(90) })
    .where(eq(libraries.id, watch.random.pick(own.libraries)))
    .returning({ tenantId: libraries.tenantId });
  watch.foreign += rows.filter((row) => row.tenantId !== own.id).length;
}

const record = (db: ChangeHandle, own: Business) =>
  db.record({
    name: 'library.changed',
    subject: { kind: 'library', id: own.libraries[0] },
    after: { managerName: own.id },
  });

const badValues = [new Date('never'), undefined, Number.NaN, Symbol('no')].map((value) => ({ value }));

export const reads: readonly Read[] = [
  look,
  look,
  look,
  async (db, own, watch) => {
    await look(db, own, watch);
    await pause(watch.random.below(15));
    await look(db, own, watch);
  },
  async (db, own, watch) => {
    stray(look(db, own, watch), watch);
    stray(look(db, own, watch), watch);
    if (watch.random.next() < 0.5) await look(db, own, watch);
  },
  async (db, own, watch) => {
    // Comes back when the verb is over and another tenant may have the slot.
    stray(
      pause(1 + watch.random.below(20)).then(() => look(db, own, watch)),
      watch,
    );
    await look(db, own, watch);
  },
  async (db, own, watch) => {
    const { value } = watch.random.pick(badValues);
    await db.run(sql`select ${sql.param(value)}::text`).catch(() => undefined);
    await look(db, own, watch);
  },
  async (db, own, watch) => {
    await db
      .select()
      .from(libraries)
      .where(eq(libraries.createdAt, new Date('never')));
    await look(db, own, watch);
  },
  async (db, own, watch) => {
    await db.run(sql`select 1 / (${0}::int)`).catch(() => undefined);
    await look(db, own, watch);
  },
];

export const changes: readonly Change[] = [
  async (db, own, watch) => {
    record(db, own);
    await write(db, own, watch);
  },
  async (db, own, watch) => {
    await write(db, own, watch);
    await pause(watch.random.below(10));
    await write(db, own, watch);
    record(db, own);
  },
  async (db, own, watch) => {
    record(db, own);
    stray(write(db, own, watch), watch);
    stray(
      pause(1 + watch.random.below(20)).then(() => write(db, own, watch)),
      watch,
    );
  },
  async (db, own, watch) => {
    record(db, own);
    const inner = db.savepoint(async () => {
      await write(db, own, watch);
      await db.run(sql`select 1 / (${0}::int)`);
    });
    await inner.catch(() => undefined);
    await look(db, own, watch);
  },
  async (db, own, watch) => {
    await write(db, own, watch);
    throw new Error('the verb changed its mind');
  },
];
