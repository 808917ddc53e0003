import { setTimeout as pause } from 'node:timers/promises';
import { sql } from '../query.ts';
import { libraries } from '../schema/libraries.ts';
import type { ReadHandle } from '../tenancy/scope.ts';
import { entryOf } from '../testing/world.ts';
import { expect, expectFault, faultOf, type Scenario, within } from './handle-lab.ts';

const backend = async (db: ReadHandle) => Number((await db.run(sql`select pg_backend_pid() as pid`))[0]?.pid);
const tenantsSeen = async (db: ReadHandle) =>
  (await db.select({ tenantId: libraries.tenantId }).from(libraries)).map((row) => row.tenantId);

const isCancel = (message: Buffer) => message.length === 16 && message.readInt32BE(4) === 80_877_102;

/** What is stopped from outside: by its caller, or at its deadline. */
export const cancelScenarios = {
  'a read whose caller has gone ends, and its connection goes on': async (lab) => {
    const { world } = lab;
    const db = lab.open();
    const { result: before } = await db.read(entryOf(world.a.owner), (scope) => backend(scope.db));
    const lock = await lab.hold('libraries');
    const caller = new AbortController();
    const gone = db.read(entryOf(world.a.owner), (scope) => tenantsSeen(scope.db), caller.signal);
    setTimeout(() => caller.abort(), 50);
    await expectFault(
      within(900, gone, 'it went on for nobody'),
      { name: 'Unavailable', why: 'aborted', outcome: 'none' },
      'a read for nobody',
    );
    const { result: after } = await db.read(entryOf(world.b.owner), (scope) => backend(scope.db));
    expect(after === before, 'the connection was cut');
    await lock.letGo();
    const { result } = await db.read(entryOf(world.b.owner), (scope) => tenantsSeen(scope.db));
    expect(result.length > 0 && result.every((tenant) => tenant === world.b.id), 'not the own rows');
  },

  'a cancel that comes late hits nobody': async (lab) => {
    const { world } = lab;
    const { db, proxy } = await lab.proxied();
    await db.read(entryOf(world.a.owner), (scope) => backend(scope.db));
    const [first, second] = [await lab.hold('libraries'), await lab.hold('feature_flags')];
    let wasHeld = false;
    proxy.tamper = (message) => {
      if (!isCancel(message)) return message;
      wasHeld = true;
      return pause(300).then(() => message);
    };
    const caller = new AbortController();
    const gone = faultOf(db.read(entryOf(world.a.owner), (scope) => tenantsSeen(scope.db), caller.signal));
    await pause(50);
    caller.abort();
    await pause(50);
    // It ends by itself, before its cancel arrives.
    await first.letGo();
    const next = db.read(entryOf(world.b.owner), async (scope) => {
      await scope.db.run(sql`select count(*) from feature_flags`);
      return tenantsSeen(scope.db);
    });
    next.catch(() => undefined);
    await pause(500);
    await second.letGo();
    const { result } = await within(2000, next, 'the next verb did not run');
    expect(wasHeld, 'no cancel was sent');
    expect(
      result.every((tenant) => tenant === world.b.id),
      'not the own rows',
    );
    expect((await gone).name === 'Unavailable', 'a read for nobody was answered');
  },

  'a cancel that does not come through costs the slot': async (lab) => {
    const { world } = lab;
    const { db, proxy } = await lab.proxied();
    const { result: before } = await db.read(entryOf(world.a.owner), (scope) => backend(scope.db));
    const lock = await lab.hold('libraries');
    proxy.tamper = (message) => (isCancel(message) ? new Promise(() => undefined) : message);
    const caller = new AbortController();
    const gone = faultOf(db.read(entryOf(world.a.owner), (scope) => tenantsSeen(scope.db), caller.signal));
    await pause(50);
    caller.abort();
    await pause(100);
    await lock.letGo();
    await within(1500, gone, 'the caller hung');
    const { result: after } = await db.read(entryOf(world.b.owner), (scope) => backend(scope.db));
    expect(after !== before, 'the connection was kept');
  },

  'a slow statement is cancelled at its deadline, not its connection cut': async (lab) => {
    const { world } = lab;
    const db = lab.open({ deadlineMs: 400 });
    const { result: before } = await db.read(entryOf(world.a.owner), (scope) => backend(scope.db));
    const lock = await lab.hold('libraries');
    const slow = db.change(entryOf(world.a.owner, { silent: true }), async (scope) => {
      await tenantsSeen(scope.db);
    });
    await expectFault(
      within(1200, slow, 'no deadline'),
      { name: 'Unavailable', why: 'deadline', outcome: 'none' },
      'a slow change',
    );
    const { result: after } = await db.read(entryOf(world.b.owner), (scope) => backend(scope.db));
    expect(after === before, 'the connection was cut');
    await lock.letGo();
  },

  'a slow identity function is cancelled at its deadline': async (lab) => {
    const { world, test } = lab;
    const db = lab.open({ deadlineMs: 300 });
    const find = () => db.identity.findLogin(world.a.owner.email);
    const pids = async () =>
      (await test.sql`select pid from pg_stat_activity where usename = 'ss_auth' and datname = current_database()`).map(
        ({ pid }) => pid,
      );
    await find();
    const before = await pids();
    const lock = await lab.hold('users');
    await expectFault(within(1200, find(), 'no deadline'), { name: 'Unavailable', outcome: 'none' }, 'a slow function');
    await lock.letGo();
    expect((await find()) !== null, 'the next question was not answered');
    expect(String(await pids()) === String(before), 'the connection was cut');
  },

  'a change is not stopped by the going of its caller': async (lab) => {
    const { world, test } = lab;
    const db = lab.open();
    const caller = new AbortController();
    caller.abort();
    const [library] = world.a.libraries;
    const late = db.change as unknown as (...given: unknown[]) => Promise<unknown>;
    const verb = async ({ db: own }: { db: ReadHandle & { record(event: unknown): void } }) => {
      await own.run(sql`update libraries set city = 'Bundi' where id = ${library}::uuid`);
      own.record({ name: 'library.changed', subject: { kind: 'library', id: library } });
    };
    await late(entryOf(world.a.owner), verb, caller.signal);
    const [found] = await test.sql`select city from libraries where id = ${library}`;
    expect(found?.city === 'Bundi', 'the change was stopped');
  },

  'an interrupted verb that goes on moves no claim': async (lab) => {
    const { world } = lab;
    const db = lab.open({ deadlineMs: 600 });
    const lock = await lab.hold('libraries');
    const interrupted = faultOf(
      db.change(entryOf(world.platform.admin), (scope) =>
        scope.db.asTenant(world.a.id, async (inner) => {
          await tenantsSeen(inner).catch(() => undefined);
          await pause(300);
        }),
      ),
    );
    await interrupted;
    await lock.letGo();
    await db.change(entryOf(world.platform.admin, { silent: true }), (scope) =>
      scope.db.asTenant(world.b.id, async (inner) => {
        await pause(400);
        const [row] = await inner.run(sql`select current_setting('app.tenant_id') as claim`);
        expect(row?.claim === world.b.id, 'the claim was moved by a verb that was over');
      }),
    );
  },
} as const satisfies Record<string, Scenario>;
