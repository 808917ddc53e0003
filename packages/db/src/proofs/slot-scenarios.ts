import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { At } from '../identity.ts';
import { sql } from '../query.ts';
import { entryOf, type Member } from '../testing/world.ts';
import { expect, expectFault, faultOf, type Scenario, within } from './handle-lab.ts';

const backend = sql`select pg_backend_pid() as pid`;

const atOf = ({ session: { id, secretHash, portal } }: Member): At => ({ session: id, secretHash, portal });

/** How connections are shared, and when there are none. */
export const slotScenarios = {
  'a tenant that floods keeps nobody out': async ({ world, open }) => {
    const db = open({ slots: { tenant: 2 } });
    // Two of its people would take both connections, and run longer than anyone else has to wait.
    const long = [world.a.owner, world.a.staff].map((person) => db.read(entryOf(person), () => pause(1000)));
    let hasOneEnded = false;
    void Promise.race(long).finally(() => {
      hasOneEnded = true;
    });
    const flood = [...long, ...Array.from({ length: 298 }, () => db.read(entryOf(world.a.owner), () => pause(5)))].map(
      faultOf,
    );
    await pause(20);
    const others = [world.b.owner, world.c.owner].map((person) => db.read(entryOf(person), (scope) => scope.actor()));
    await within(2000, Promise.all(others), 'another tenant waited for the flood');
    // By order, not by the clock: a busy machine is slow with all of it.
    expect(!hasOneEnded, 'another tenant waited for the end of what the flood ran');
    const kept = Array.from({ length: 14 }, () => faultOf(db.read(entryOf(world.a.manager), async () => 'in')));
    const [colleague] = await within(5000, Promise.all(kept), 'a colleague waited');
    expect(colleague?.name === 'none', 'a colleague was kept out');
    const told = await Promise.all(flood);
    const refused = told.filter((fault) => 'why' in fault && fault.why === 'queue').length;
    expect(refused > 150, `of a flood of 300 only ${refused} were refused`);
  },

  'strangers keep out nobody who is signed in': async ({ world, hold, open }) => {
    let address = '';
    const db = open({ slots: { auth: 2 }, deadlineMs: 4000, askedFor: () => ({ address, tenant: null }) });
    const email = world.a.owner.email;
    // A stranger's question that waits for a lock, from every address there is.
    const lock = await hold('users');
    const held = pause(500).then(lock.letGo);
    const strangers = Array.from({ length: 300 }, (_, number) => {
      address = `10.0.${number >> 8}.${number & 255}`;
      return faultOf(db.identity.findLogin(email));
    });
    address = '10.1.0.1';
    const facts = await within(400, db.identity.sessionFacts(atOf(world.a.owner)), 'a session was not heard');
    expect(facts !== null && !facts.ended, 'the session is not known');
    await held;
    const told = await Promise.all(strangers);
    expect(
      told.some(({ name }) => name === 'none') && told.some(({ why }) => why === 'queue'),
      'no flood of strangers',
    );
  },

  'one tenant keeps out nobody else who is signed in': async ({ world, hold, open }) => {
    let tenant: string | null = world.a.id;
    const askedFor = () => ({ address: '10.0.0.1', tenant });
    const db = open({ slots: { auth: 2 }, deadlineMs: 4000, askedFor });
    // One person signs in as often as they like.
    const lock = await hold('sessions');
    const flood = Array.from({ length: 300 }, () =>
      faultOf(db.identity.person({ ...atOf(world.a.owner), session: randomUUID() })),
    );
    tenant = world.b.id;
    const other = faultOf(db.identity.person(atOf(world.b.owner)));
    await lock.letGo();
    expect((await within(2000, other, 'another tenant waited')).name === 'none', 'another tenant was kept out');
    const told = await Promise.all(flood);
    expect(told.filter(({ why }) => why === 'queue').length > 200, 'no flood of sessions');
  },

  'a server that is away is not stormed': async ({ world, proxied }) => {
    const { db, proxy } = await proxied({ slots: { tenant: 4 } });
    const read = () => db.read(entryOf(world.a.owner), async () => 'in');
    await read();
    let tries = 0;
    proxy.tamper = () => {
      tries++;
      return 'cut';
    };
    const until = performance.now() + 1000;
    let asked = 0;
    while (performance.now() < until) {
      const fault = await within(500, faultOf(read()), 'nobody said that the server is away');
      expect(fault.name === 'Unavailable' && fault.why === 'connection', `away is told as ${fault.name} ${fault.why}`);
      asked++;
      await pause(2);
    }
    expect(asked > 40 && tries < 20, `${tries} connections tried for ${asked} calls`);
    proxy.tamper = (message) => message;
    const back = performance.now();
    while ((await faultOf(read())).name !== 'none') {
      expect(performance.now() - back < 1500, 'it does not notice that the server is back');
      await pause(10);
    }
  },

  'an old connection is replaced between verbs': async ({ world, open }) => {
    const db = open({ lifeMs: 0 });
    const pids = async () =>
      (
        await db.read(entryOf(world.a.owner), async (scope) => {
          const first = await scope.db.run(backend);
          await pause(5);
          return [first[0]?.pid, (await scope.db.run(backend))[0]?.pid];
        })
      ).result;
    const [first, second] = await pids();
    expect(first === second, 'a connection was replaced under a verb');
    expect(!(await pids()).includes(first), 'an old connection was kept');
  },

  'who has no time left is not started': async ({ world, open }) => {
    const db = open({ deadlineMs: 300 });
    let started = false;
    const blocking = db.read(entryOf(world.a.owner), async (scope) => {
      await scope.db.run(backend);
      await pause(20);
      // The process is busy past the deadline of who waits: no timer runs.
      for (const until = performance.now() + 320; performance.now() < until; );
    });
    await pause(5);
    const late = db.read(entryOf(world.b.owner), async () => {
      started = true;
    });
    await expectFault(late, { name: 'Unavailable', why: 'deadline' }, 'a verb without time');
    await faultOf(blocking);
    expect(!started, 'a verb was started that had no time left');
  },
} as const satisfies Record<string, Scenario>;
