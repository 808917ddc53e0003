import { setTimeout as pause } from 'node:timers/promises';
import { sql } from '../query.ts';
import { libraries } from '../schema/libraries.ts';
import type { ReadHandle } from '../tenancy/scope.ts';
import { entryOf } from '../testing/world.ts';
import { expect, expectFault, faultOf, type Lab, type Scenario, within } from './handle-lab.ts';
import { without } from './wire-proxy.ts';

const tenantsSeen = async (db: ReadHandle): Promise<Set<string>> =>
  new Set((await db.select({ tenantId: libraries.tenantId }).from(libraries)).map((row) => row.tenantId));

const onlyOwn = (seen: Set<string>, own: string) => [...seen].every((tenant) => tenant === own);

const backend = async (db: ReadHandle): Promise<number> =>
  Number((await db.run(sql`select pg_backend_pid() as pid`))[0]?.pid);

/** A read that nothing follows is committed by then. */
const afterCommit = 100;

const kill = (lab: Lab, pid: number) => lab.test.sql`select pg_terminate_backend(${pid}, 2000)`;

/** Each is one trap of postgres.js or one promise of the handle. */
export const scenarios = {
  'a verb whose connection dies is answered at once': async (lab) => {
    const { world } = lab;
    const db = lab.open();
    const verb = db.read(entryOf(world.a.owner), async (scope) => {
      const pid = await backend(scope.db);
      await kill(lab, pid);
      await pause(60_000, undefined, { ref: false });
    });
    await expectFault(
      within(1500, verb, 'the caller hung'),
      { name: 'Unavailable', why: 'connection' },
      'after the kill',
    );
    const { result } = await db.read(entryOf(world.b.owner), ({ db: next }) => tenantsSeen(next));
    expect(result.has(world.b.id) && onlyOwn(result, world.b.id), 'the next verb did not read its own rows');
  },

  'a verb that goes on after its connection died reaches nobody': async (lab) => {
    const { world } = lab;
    const db = lab.open();
    let late: Promise<Set<string>> = Promise.resolve(new Set());
    await faultOf(
      db.read(entryOf(world.a.owner), async (scope) => {
        await kill(lab, await backend(scope.db));
        late = pause(50).then(() => tenantsSeen(scope.db));
        await late;
      }),
    );
    await db.read(entryOf(world.b.owner), async (scope) => {
      await tenantsSeen(scope.db);
      await pause(120);
    });
    await expectFault(late, { name: 'AppFault', code: 'closed' }, 'the late query');
  },

  'a handle is of no use after its verb': async (lab) => {
    const { world } = lab;
    const db = lab.open();
    let kept: ReadHandle | undefined;
    await db.read(entryOf(world.a.owner), async (scope) => {
      kept = scope.db;
      await tenantsSeen(scope.db);
    });
    await db.read(entryOf(world.b.owner), async (scope) => {
      await tenantsSeen(scope.db);
      expect(kept !== undefined, 'no handle was kept');
      await expectFault(tenantsSeen(kept), { name: 'AppFault', code: 'closed' }, 'a late query in another turn');
    });
  },

  'only queries pass': async (lab) => {
    const { world } = lab;
    const db = lab.open();
    const words = [
      `set local app.tenant_id = '${world.b.id}'`,
      'commit',
      'rollback',
      'begin',
      'savepoint x',
      'copy libraries to stdout',
      'prepare p as select 1',
      'deallocate all',
      'do $$ begin end $$',
      'listen x',
      'alter role ss_tenant set app.tenant_id to 1',
      'select 1\0',
      '-- select\ncommit',
    ];
    for (const word of words) {
      const verb = db.read(entryOf(world.a.owner), async (scope) => {
        await expectFault(scope.db.run(sql.raw(word)), { name: 'AppFault', code: 'statement' }, word);
        return tenantsSeen(scope.db);
      });
      const { result } = await verb;
      expect(onlyOwn(result, world.a.id), `another tenant was read after ${word}`);
    }
  },

  'one query is one statement': async (lab) => {
    const { world } = lab;
    const db = lab.open();
    let after = new Set<string>();
    await faultOf(
      db.read(entryOf(world.a.owner), async (scope) => {
        const two = `select 1; set local app.tenant_id = '${world.b.id}'`;
        await scope.db.run(sql.raw(two)).catch(() => undefined);
        after = await tenantsSeen(scope.db);
      }),
    );
    expect(onlyOwn(after, world.a.id), 'a second statement changed the claim');
  },

  'a query left behind is settled inside its transaction': async (lab) => {
    const { world, test } = lab;
    const db = lab.open();
    // The one table that answers without a claim: what runs outside its transaction would be seen to succeed.
    const text = sql.raw('select closed from wall.guard');
    const entry = entryOf(world.a.owner, { silent: true });
    const warm = () => db.change(entry, async (scope) => void (await scope.db.run(text)));
    await warm();
    await warm();
    await test.sql.unsafe('alter table wall.guard alter column closed type text using closed::text');
    try {
      let left: Promise<unknown> = Promise.resolve();
      const first = faultOf(
        db.change(entry, async (scope) => {
          left = scope.db.run(text).catch(() => 'refused');
        }),
      );
      const second = db.read(entryOf(world.b.owner), (scope) => tenantsSeen(scope.db));
      expect((await first).name !== 'none', 'a change passed whose query had failed');
      expect(
        (await within(1500, left, 'the query left behind was never settled')) === 'refused',
        'it ran after its transaction',
      );
      const { result } = await second;
      expect(onlyOwn(result, world.b.id), 'the next verb read another tenant');
    } finally {
      await test.sql.unsafe('alter table wall.guard alter column closed type boolean using closed::boolean');
    }
  },

  'a bad parameter is refused before the driver sees it': async (lab) => {
    const { world } = lab;
    const db = lab.open();
    const entry = entryOf(world.a.owner);
    const { result: before } = await db.read(entry, (scope) => backend(scope.db));
    const bad: unknown[] = [new Date('no date'), undefined, Number.NaN, Symbol('x'), () => 1, { an: 'object' }];
    for (const value of bad) {
      const { result } = await within(
        3000,
        db.read(entry, async (scope) => {
          const query = scope.db.run(sql`select ${sql.param(value)}::text as given`);
          await expectFault(query, { name: 'TypeError' }, 'a bad parameter');
          return backend(scope.db);
        }),
        'a bad parameter left its verb hanging',
      );
      expect(result === before, 'a bad parameter cost the connection');
    }
    const { result } = await within(
      2000,
      db.read(entryOf(world.b.owner), ({ db: next }) => tenantsSeen(next)),
      'the slot hangs',
    );
    expect(result.has(world.b.id) && onlyOwn(result, world.b.id), 'answers were shifted');
  },

  'too many parameters are refused before the driver sees them': async (lab) => {
    // Writing them all down takes seconds where others are at work too.
    const db = lab.open({ deadlineMs: 30_000 });
    const entry = entryOf(lab.world.a.owner);
    const many = Array.from({ length: 70_000 }, (_, i) => sql`${i}`);
    const query = db.read(entry, (scope) => scope.db.run(sql`select 1 where 1 in (${sql.join(many, sql`, `)})`));
    await expectFault(query, { name: 'TypeError' }, 'too many parameters');
  },

  'a swallowed failure is not a success': async (lab) => {
    const db = lab.open();
    const verb = db.read(entryOf(lab.world.a.owner), async (scope) => {
      await scope.db.run(sql`select 1 / 0`).catch(() => undefined);
      return 'well';
    });
    await expectFault(verb, { name: 'BadValue' }, 'a verb that swallowed a failure');
  },

  'a rollback without an answer costs the slot': async (lab) => {
    const { world, test } = lab;
    const { db, proxy } = await lab.proxied({ deadlineMs: 1500 });
    const [library] = world.a.libraries;
    await faultOf(
      db.change(entryOf(world.a.owner), async (scope) => {
        await scope.db.run(sql`update libraries set city = 'Never' where id = ${library}::uuid`);
        proxy.tamper = (message) => without(message, 'rollback');
        throw new Error('not done');
      }),
    );
    const next = await faultOf(
      db.change(entryOf(world.b.owner), async (scope) => {
        scope.db.record({ name: 'library.changed', subject: { kind: 'library', id: world.b.libraries[0] } });
      }),
    );
    expect(next.name === 'none', 'the next verb met the connection that owed an answer');
    const [found] = await test.sql`select city from libraries where id = ${library}`;
    expect(found?.city !== 'Never', 'what was rolled back was committed by the next verb');
  },

  'a commit without an answer is unknown': async (lab) => {
    const { world } = lab;
    const { db, proxy } = await lab.proxied();
    const verb = db.change(entryOf(world.a.owner), async (scope) => {
      scope.db.record({ name: 'library.changed', subject: { kind: 'library', id: world.a.libraries[0] } });
      proxy.tamper = (message) => (message.toString('latin1', 5, 11) === 'commit' ? 'cut' : message);
    });
    await expectFault(verb, { name: 'Unavailable', outcome: 'unknown' }, 'a cut commit');
  },

  'a transaction that never began costs the slot': async (lab) => {
    const { world } = lab;
    const { db, proxy } = await lab.proxied();
    const entry = entryOf(world.a.owner);
    await db.read(entry, (scope) => backend(scope.db));
    const { result: before } = await db.read(entry, (scope) => backend(scope.db));
    await pause(afterCommit);
    proxy.tamper = (message) => {
      proxy.tamper = (next) => next;
      return Buffer.from(message.toString('latin1').replace('begin read', 'bogus read'), 'latin1');
    };
    const failed = await faultOf(db.read(entry, (scope) => tenantsSeen(scope.db)));
    expect(failed.name !== 'none', 'a verb without a transaction succeeded');
    const { result: after } = await db.read(entry, (scope) => backend(scope.db));
    expect(after !== before, 'the connection was kept');
  },

  'a change after a read has a transaction of its own': async (lab) => {
    const { world, test } = lab;
    const db = lab.open();
    const [library] = world.b.libraries;
    const subject = { kind: 'library', id: library };
    await db.read(entryOf(world.a.owner), (scope) => tenantsSeen(scope.db));
    await db.change(entryOf(world.b.owner), async (scope) => {
      await scope.db.run(sql`update libraries set city = 'Alwar' where id = ${library}::uuid`);
      scope.db.record({ name: 'library.changed', subject });
    });
    const [found] = await test.sql`select city from libraries where id = ${library}`;
    expect(found?.city === 'Alwar', 'the change was not committed');
  },

  'a read that nothing follows is committed all the same': async (lab) => {
    const { world, test } = lab;
    const db = lab.open();
    const { result: pid } = await db.read(entryOf(world.a.owner), (scope) => backend(scope.db));
    await pause(afterCommit);
    const [found] = await test.sql`select state from pg_stat_activity where pid = ${pid}`;
    expect(found?.state === 'idle', `the connection is left ${found?.state}`);
  },

  'a commit that fails by itself costs the slot': async (lab) => {
    const { world } = lab;
    const { db, proxy } = await lab.proxied();
    await db.read(entryOf(world.a.owner), (scope) => tenantsSeen(scope.db));
    proxy.tamper = (message) => Buffer.from(message.toString('latin1').replace('commit', 'commix'), 'latin1');
    await pause(afterCommit);
    proxy.tamper = (message) => message;
    const { result } = await db.read(entryOf(world.b.owner), (scope) => tenantsSeen(scope.db));
    expect(result.has(world.b.id) && onlyOwn(result, world.b.id), 'the next verb met an aborted transaction');
  },

  'a commit that fails with the next begin lets nothing through': async (lab) => {
    const { world } = lab;
    const { db, proxy } = await lab.proxied();
    const read = (person: typeof world.a.owner) => db.read(entryOf(person), (scope) => tenantsSeen(scope.db));
    await read(world.a.owner);
    let seen = 'nothing';
    proxy.tamper = (message) => {
      proxy.tamper = (next) => next;
      const text = message.toString('latin1');
      if (text.includes('commit; begin')) seen = 'both';
      return Buffer.from(text.replace('commit; ', 'commix; '), 'latin1');
    };
    const behind = await faultOf(read(world.b.owner));
    expect(behind.name !== 'none', 'a verb passed behind a failed commit');
    expect(seen === 'both', 'the commit did not ride with the begin');
    const { result } = await read(world.b.owner);
    expect(result.has(world.b.id) && onlyOwn(result, world.b.id), 'the next verb did not read its own rows');
  },

  'a claim is a uuid': async (lab) => {
    const { world } = lab;
    const db = lab.open();
    const tenant = `${world.a.id}'; set local app.more='x`;
    const verb = db.read(entryOf(world.a.owner, { tenant }), (scope) => tenantsSeen(scope.db));
    await expectFault(verb, { name: 'AppFault', code: 'claim' }, 'a claim with a statement in it');
  },

  'a read cannot write': async (lab) => {
    const db = lab.open();
    const verb = db.read(entryOf(lab.world.a.owner), (scope) => scope.db.run(sql`update libraries set city = 'Agra'`));
    expect((await faultOf(verb)).name !== 'none', 'a read verb wrote');
  },

  'a deadline ends a verb and frees its slot': async (lab) => {
    const { world } = lab;
    const db = lab.open({ deadlineMs: 300 });
    const stuck = db.read(entryOf(world.a.owner), () => pause(60_000, undefined, { ref: false }));
    const waiting = faultOf(db.read(entryOf(world.b.owner), (scope) => tenantsSeen(scope.db)));
    await expectFault(
      within(1500, stuck, 'no deadline'),
      { name: 'Unavailable', why: 'deadline' },
      'a verb past its deadline',
    );
    await waiting;
    const { result } = await db.read(entryOf(world.b.owner), (scope) => tenantsSeen(scope.db));
    expect(onlyOwn(result, world.b.id), 'the slot was not free');
  },
} as const satisfies Record<string, Scenario>;
