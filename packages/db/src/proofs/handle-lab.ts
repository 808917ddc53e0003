import { setTimeout as pause } from 'node:timers/promises';
import type { Database, DatabaseOptions } from '../tenancy/database.ts';
import type { TestDatabase } from '../testing/database.ts';
import type { World } from '../testing/world.ts';
import { startWireProxy, type WireProxy } from './wire-proxy.ts';

/** What a scenario works with: one slot per login, so that every verb meets the connection of the one before. */
export interface Lab {
  test: TestDatabase;
  world: World;
  open(options?: Partial<DatabaseOptions>): Database;
  proxied(options?: Partial<DatabaseOptions>): Promise<{ db: Database; proxy: WireProxy }>;
  /** Whoever reads the table waits until it is let go. */
  hold(table: string): Promise<{ letGo(): Promise<void> }>;
  close(): Promise<void>;
}

export type Scenario = (lab: Lab) => Promise<void>;
type Open = (options: DatabaseOptions) => Database;

export function makeLab(open: Open, test: TestDatabase, world: World): Lab {
  const opened: Database[] = [];
  const proxies: WireProxy[] = [];
  const holds: { letGo(): Promise<void> }[] = [];
  const lab: Lab = {
    test,
    world,
    open: (options) => {
      const db = open({
        urls: test.urls,
        slots: { auth: 1, tenant: 1, platform: 1 },
        deadlineMs: 4000,
        ...options,
      });
      opened.push(db);
      return db;
    },
    proxied: async (options) => {
      const proxy = await startWireProxy(test.ownerUrl);
      proxies.push(proxy);
      const { tenant, platform, auth } = test.urls;
      const urls = { tenant: proxy.through(tenant), platform: proxy.through(platform), auth: proxy.through(auth) };
      return { db: lab.open({ urls, ...options }), proxy };
    },
    hold: async (table) => {
      const held = Promise.withResolvers<void>();
      const over = Promise.withResolvers<void>();
      const lock = test.sql.begin(async (own) => {
        await own.unsafe(`lock table ${table} in access exclusive mode`);
        held.resolve();
        await over.promise;
      });
      await held.promise;
      const letGo = async () => {
        over.resolve();
        await lock;
      };
      holds.push({ letGo });
      return { letGo };
    },
    close: async () => {
      for (const hold of holds.splice(0)) await hold.letGo();
      for (const proxy of proxies.splice(0)) await proxy.close();
      for (const db of opened.splice(0)) await within(2000, db.close(), 'the pool did not close');
    },
  };
  return lab;
}

export function expect(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

export async function within<T>(ms: number, work: Promise<T>, what: string): Promise<T> {
  const stop = new AbortController();
  const late = pause(ms, undefined, { signal: stop.signal }).then(
    () => {
      throw new Error(what);
    },
    () => new Promise<never>(() => undefined),
  );
  try {
    return await Promise.race([work, late]);
  } finally {
    stop.abort();
  }
}

interface Fault {
  name: string;
  code?: string;
  why?: string;
  outcome?: string;
}

/** The error's telling fields, or 'none' as its name when there was no error. */
export async function faultOf(work: Promise<unknown>): Promise<Fault> {
  return within(
    6000,
    work.then(
      () => ({ name: 'none' }),
      (error: unknown) => (error instanceof Error ? (error as Error & Fault) : { name: String(error) }),
    ),
    'no answer came',
  );
}

export async function expectFault(work: Promise<unknown>, wanted: Fault, what: string): Promise<void> {
  const found = await faultOf(work);
  const same = (Object.keys(wanted) as (keyof Fault)[]).every((key) => found[key] === wanted[key]);
  expect(same, `${what}: ${found.name} ${found.code ?? found.why ?? ''} ${found.outcome ?? ''}`);
}
