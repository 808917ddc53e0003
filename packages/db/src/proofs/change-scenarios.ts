import { sql } from '../query.ts';
import { libraries } from '../schema/libraries.ts';
import { settings } from '../schema/system.ts';
import type { ChangeHandle } from '../tenancy/scope.ts';
import { entryOf } from '../testing/world.ts';
import { expect, expectFault, faultOf, type Scenario } from './handle-lab.ts';

const changed = (db: ChangeHandle, id: string) =>
  db.record({ name: 'library.changed', subject: { kind: 'library', id } });

export const changeScenarios = {
  'a change without an event is not committed': async ({ world, test, open }) => {
    const db = open();
    const [library] = world.a.libraries;
    const entry = entryOf(world.a.owner);
    const rename = async (handle: ChangeHandle) => {
      await handle.run(sql`update libraries set city = 'Unseen' where id = ${library}::uuid`);
    };
    await expectFault(
      db.change(entry, (scope) => rename(scope.db)),
      { name: 'AppFault', code: 'unrecorded' },
      'no event',
    );
    const [found] = await test.sql`select city from libraries where id = ${library}`;
    expect(found?.city !== 'Unseen', 'the change was committed');
    await db.change({ ...entry, silent: true }, async () => undefined);
  },

  'an event taken back by a savepoint does not count': async ({ world, open }) => {
    const db = open();
    const verb = db.change(entryOf(world.a.owner), async (scope) => {
      const inner = scope.db.savepoint(async () => {
        changed(scope.db, world.a.libraries[0]);
        throw new Error('back');
      });
      await inner.catch(() => undefined);
    });
    await expectFault(verb, { name: 'AppFault', code: 'unrecorded' }, 'only an undone event');
  },

  'a savepoint takes back a failure': async ({ world, test, open }) => {
    const db = open();
    const [library, other] = world.a.libraries;
    await db.change(entryOf(world.a.owner), async (scope) => {
      changed(scope.db, library);
      await scope.db.run(sql`update libraries set city = 'Kept' where id = ${library}::uuid`);
      const clash = scope.db.savepoint(async () => {
        await scope.db.run(sql`update libraries set city = 'Lost' where id = ${library}::uuid`);
        await scope.db.run(sql`update libraries set code = (select code from libraries where id = ${other}::uuid)
          where id = ${library}::uuid`);
      });
      await expectFault(clash, { name: 'Conflict' }, 'a clash of codes');
    });
    const [found] = await test.sql`select city from libraries where id = ${library}`;
    expect(found?.city === 'Kept', `the savepoint left ${String(found?.city)}`);
  },

  'a change waits for the gate': async ({ world, open }) => {
    const db = open();
    let started = false;
    const verb = db.change(entryOf(world.platform.analyst, { roles: ['super_admin'] }), async (scope) => {
      started = true;
      await scope.db.asTenant(world.a.id, async (inner) => changed(inner, world.a.libraries[0]));
    });
    await expectFault(verb, { name: 'Refused', code: 'S1004' }, 'a refused change');
    expect(!started, 'the verb ran before the gate had answered');
  },

  'the platform acts for one tenant and comes back': async ({ world, open }) => {
    const db = open();
    await db.change(entryOf(world.platform.admin), async (scope) => {
      changed(scope.db, world.a.libraries[0]);
      const inside = await scope.db.asTenant(world.a.id, async (inner) => {
        const outer = scope.db.select({ key: settings.key }).from(settings);
        await expectFault(outer.execute(), { name: 'AppFault', code: 'closed' }, 'the platform handle meanwhile');
        changed(inner, world.a.libraries[0]);
        return inner.select({ tenantId: libraries.tenantId }).from(libraries);
      });
      expect(inside.length === 2 && inside.every((row) => row.tenantId === world.a.id), 'not that tenant alone');
      const mine = await scope.db.select({ tenantId: settings.tenantId }).from(settings);
      expect(mine.length > 0 && mine.every((row) => row.tenantId === world.platform.id), 'the claim did not come back');
    });
  },

  'what is asked for a tenant has plans of its own': async ({ world, test, open }) => {
    const db = open();
    const asked = async (handle: ChangeHandle) => {
      await handle.select({ id: libraries.id }).from(libraries);
      const [row] = await test.sql`select query from pg_stat_activity where usename = 'ss_platform'
        and datname = current_database()`;
      return String(row?.query);
    };
    await db.change(entryOf(world.platform.admin), async (scope) => {
      const here = await asked(scope.db);
      const there = await scope.db.asTenant(world.a.id, async (inner) => {
        changed(inner, world.a.libraries[0]);
        return asked(inner);
      });
      expect(here.startsWith('select') && there.startsWith(here), `${there} was asked in place of ${here}`);
      expect(there !== here, 'a plan of all tenants is used for one');
    });
  },

  'what a change leaves to its commit is checked under the claim it was written under': async ({
    world,
    test,
    open,
  }) => {
    const db = open();
    const [leaf] = await test.sql`select tableoid::regclass::text as name from domain_events limit 1`;
    await test.sql.unsafe(`
      create function checked_late() returns trigger language plpgsql security definer as $$ begin
        if new.tenant_id <> current_setting('app.tenant_id')::uuid then
          raise exception 'checked under another claim' using errcode = 'check_violation';
        end if;
        return null;
      end $$;
      create constraint trigger checked_late after insert on ${leaf?.name} deferrable initially deferred
        for each row execute function checked_late()`);
    try {
      await db.change(entryOf(world.platform.admin), async (scope) => {
        changed(scope.db, world.a.libraries[0]);
        await scope.db.asTenant(world.a.id, async (inner) => changed(inner, world.a.libraries[0]));
        changed(scope.db, world.a.libraries[1]);
      });
    } finally {
      await test.sql.unsafe(`drop trigger checked_late on ${leaf?.name}; drop function checked_late()`);
    }
  },

  'only the platform acts for a tenant': async ({ world, open }) => {
    const db = open();
    const verb = db.change(entryOf(world.a.owner), async (scope) => {
      changed(scope.db, world.a.libraries[0]);
      return scope.db.asTenant(world.b.id, (inner) => inner.select({ tenantId: libraries.tenantId }).from(libraries));
    });
    await expectFault(verb, { name: 'AppFault', code: 'login' }, 'a tenant that acts for another');
  },

  'the platform acts for one tenant at a time': async ({ world, open }) => {
    const db = open();
    const verb = db.change(entryOf(world.platform.admin), (scope) =>
      scope.db.asTenant(world.a.id, async (inner) => {
        await inner.asTenant(world.b.id, async (nested) => changed(nested, world.b.libraries[0]));
        changed(inner, world.a.libraries[0]);
      }),
    );
    await expectFault(verb, { name: 'AppFault', code: 'login' }, 'a tenant within another');
  },

  'a handle lent for a tenant ends with its turn': async ({ world, open }) => {
    const db = open();
    await db.change(entryOf(world.platform.admin), async (scope) => {
      changed(scope.db, world.a.libraries[0]);
      let kept: ChangeHandle | undefined;
      await scope.db.asTenant(world.a.id, async (inner) => {
        kept = inner;
      });
      expect(kept !== undefined, 'no handle was kept');
      await expectFault(
        kept.select().from(libraries).execute(),
        { name: 'AppFault', code: 'closed' },
        'a lent handle later',
      );
    });
  },

  'the trail holds allowed columns alone': async ({ world, test, open }) => {
    const db = open();
    const [library] = world.a.libraries;
    await db.change(entryOf(world.a.owner, { requestId: 'trail' }), async (scope) => {
      const after = { name: 'Seen', passwordHash: 'canary-5132' };
      scope.db.record({ name: 'library.changed', subject: { kind: 'library', id: library }, after });
    });
    const [event] = await test.sql`select after::text, actor_id from domain_events where request_id = 'trail'`;
    expect(String(event?.after).includes('Seen') && event?.actor_id === world.a.owner.userId, 'the event is not there');
    expect(!String(event?.after).includes('canary'), 'a column that is not allowed stands in the trail');
  },

  'an event that fails fails its change': async ({ world, open }) => {
    const db = open();
    const verb = db.change(entryOf(world.a.owner), async (scope) => {
      scope.db.record({ name: 'Not A Name', subject: { kind: 'library', id: world.a.libraries[0] } });
    });
    expect((await faultOf(verb)).name === 'Conflict', 'a change passed whose event was refused');
  },
} as const satisfies Record<string, Scenario>;
