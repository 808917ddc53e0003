import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, withTestDatabase } from '../testing/database.ts';
import { entryOf, makeWorld, type World } from '../testing/world.ts';
import { type Database, openDatabase } from './database.ts';

describe('a database', () => {
  let test: TestDatabase;
  let world: World;
  let db: Database;
  beforeAll(async () => {
    test = await withTestDatabase();
    world = await makeWorld(test);
    db = openDatabase({ urls: { auth: test.urls.auth, tenant: test.urls.tenant } });
  });
  afterAll(async () => {
    await db.close();
    await test.drop();
  });

  it('answers identity functions on its own login', async () => {
    expect(await db.identity.findLogin(world.a.owner.email)).toMatchObject({ userId: world.a.owner.userId });
    const { session } = world.a.owner;
    const at = { session: session.id, secretHash: session.secretHash, portal: session.portal };
    expect(await db.identity.person(at)).toMatchObject({ email: world.a.owner.email });
    await expect(db.identity.person({ ...at, secretHash: new Uint8Array(32) })).rejects.toMatchObject({
      code: 'S1001',
    });
  });

  it('refuses a login that its process does not hold', async () => {
    const read = db.read(entryOf(world.platform.admin), async () => 'never');
    await expect(read).rejects.toMatchObject({ name: 'AppFault', code: 'login' });
  });

  it('tells every state of a member apart', async () => {
    const codes = await Promise.all(
      [
        world.a.removed,
        world.a.invited,
        world.disabled,
        world.stranger,
        world.suspended.owner,
        world.expired.owner,
      ].map((member) => db.read(entryOf(member), async () => 'in').catch((error: { code: string }) => error.code)),
    );
    expect(codes).toEqual(['S1001', 'S1001', 'S1006', 'S1001', 'S4004', 'S4002']);
    const paying = db.read(entryOf(world.expired.owner, { evenExpired: true }), async () => 'in');
    await expect(paying).resolves.toMatchObject({ result: 'in', confirm: false });
    await expect(db.read(entryOf(world.a.staff, { roles: ['owner'] }), async () => 'in')).rejects.toMatchObject({
      code: 'S1004',
    });
    const both = await Promise.all(
      [world.twice.inA, world.twice.inB].map((m) => db.read(entryOf(m), async () => 'in')),
    );
    expect(both.map(({ actor }) => actor.tenantId)).toEqual([world.a.id, world.b.id]);
  });

  it('is ready at the level of the code, and only then', async () => {
    await db.ready();
    await test.sql`alter role ss_tenant in database ${test.sql(test.name)} set work_mem = '8MB'`;
    await expect(db.ready()).rejects.toThrow('setting is stored');
    await test.sql`alter role ss_tenant in database ${test.sql(test.name)} reset work_mem`;
    const later = (oldest: string) =>
      test.sql`insert into wall.migrations (name, hash, oldest_code) values (${`${oldest}_later`}, 'x', ${oldest})`;
    await later('9998');
    await expect(db.ready()).rejects.toThrow('9998_later, which code at');
  });
});
