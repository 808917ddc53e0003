import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultOf, openStage, type Stage } from '../../testing/stage.ts';
import { newLibrary } from './examples.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.database.sql`update tenants set max_libraries = 50`;
});
afterAll(() => stage.close());

const act = (id: string, version: number) => ({ requestKey: randomUUID(), id, version });

test('a library is created, read, changed and put under repair, each with its event', async () => {
  const { a } = stage.world;
  const call = stage.owner(a.owner.session);
  const made = await call.libraries.create(newLibrary('JPR-1'));
  expect(made).toMatchObject({ code: 'JPR-1', pincode: '302001', phone: '+919876543210', email: null, version: 1 });
  expect(await call.libraries.get({ id: made.id })).toEqual(made);
  const { requestKey: _, ...same } = newLibrary('jpr-2');
  const changed = await call.libraries.update({ ...same, id: made.id, version: 1, position: null });
  expect(changed).toMatchObject({ code: 'JPR-2', position: null, version: 2 });
  const closed = await call.libraries.setStatus({ ...act(made.id, 2), status: 'under_maintenance' });
  expect(closed.status).toBe('under_maintenance');
  expect(await faultOf(call.libraries.setStatus({ ...act(made.id, 2), status: 'active' }))).toBe('changed_meanwhile');
  const events = await stage.database.sql`
    select name, before->>'code' as was, after->>'code' as becomes from domain_events
    where subject_id = ${made.id} order by id`;
  expect(events.map((event) => ({ ...event }))).toEqual([
    { name: 'library.created', was: null, becomes: 'JPR-1' },
    { name: 'library.updated', was: 'JPR-1', becomes: 'JPR-2' },
    { name: 'library.status_changed', was: 'JPR-2', becomes: 'JPR-2' },
  ]);
});

test('a change of one field keeps the others', async () => {
  const call = stage.owner(stage.world.a.owner.session);
  const made = await call.libraries.create(newLibrary('PART'));
  const { id } = made;
  const { updatedAt: _, ...as } = made;
  expect(await call.libraries.update({ id, version: 1, capacity: 12 })).toMatchObject({
    ...as,
    capacity: 12,
    version: 2,
  });
  const moved = await call.libraries.update({ id, version: 2, position: null });
  expect(moved).toMatchObject({ ...as, capacity: 12, position: null, version: 3 });
  expect(await faultOf(call.libraries.update({ id, version: 3, capacity: 0 }))).toBe('validation');
});

test('a code is used once in a tenant, and again in another', async () => {
  const { a, b } = stage.world;
  const twin = newLibrary('SAME');
  await stage.owner(b.owner.session).libraries.create(twin);
  expect(await faultOf(stage.owner(b.owner.session).libraries.create(newLibrary('same')))).toBe('duplicate_entry');
  expect(await faultOf(stage.owner(a.owner.session).libraries.create(newLibrary('SAME')))).toBeNull();
});

test('without a code it gets one of its own, however many are called alike', async () => {
  const call = stage.owner(stage.world.a.owner.session).libraries;
  const alike = () => call.create({ ...newLibrary(''), name: 'Gyan Hall' });
  const made = await Promise.all([alike(), alike(), alike()]);
  expect(made.map(({ code }) => code).sort()).toEqual(['GH-001', 'GH-001-2', 'GH-001-3']);
  const [one] = made;
  if (!one) throw new Error('none was made');
  expect(await faultOf(call.update({ id: one.id, version: one.version, code: '' }))).toBe('required_field_missing');
});

test('one key creates once and answers the same; another body under it is refused', async () => {
  const { b } = stage.world;
  const input = newLibrary('ONCE');
  const first = await stage.owner(b.owner.session).libraries.create(input);
  expect(await stage.owner(b.owner.session).libraries.create(input)).toEqual(first);
  expect(await faultOf(stage.owner(b.owner.session).libraries.create({ ...input, name: 'Other' }))).toBe('conflict');
});

test('the list is searched, filtered and paged both ways without loss or repeat', async () => {
  const { twice, b } = stage.world;
  const call = stage.owner(twice.inB.session);
  const all = await call.libraries.list({ limit: 100 });
  expect(all.total).toBe(all.items.length);
  const seen: string[] = [];
  let page = await call.libraries.list({ limit: 1 });
  seen.push(...page.items.map((item) => item.id));
  while (page.nextCursor) {
    page = await call.libraries.list({ limit: 1, cursor: page.nextCursor });
    seen.push(...page.items.map((item) => item.id));
  }
  expect(seen).toEqual(all.items.map((item) => item.id));
  const back = await call.libraries.list({ limit: 1, cursor: page.prevCursor ?? '' });
  expect(back.items[0]?.id).toBe(seen.at(-2));
  expect((await call.libraries.list({ filters: { q: '%' } })).items).toEqual([]);
  expect((await call.libraries.list({ filters: { q: 'library 3' } })).items[0]?.id).toBe(b.libraries[0]);
  expect((await call.libraries.list({ filters: { status: 'inactive' } })).total).toBe(0);
});

test('names are in the order people read, page by page and both ways', async () => {
  const { c } = stage.world;
  const ordered = ['aman', 'Aman', 'Émile', 'emma', 'Hall 2', 'Hall 10', 'nandu', 'Ñandú', 'Zoya', 'अमन', 'बरगद'];
  await stage.database.sql`
    insert into libraries (tenant_id, name, code, address, city, state, pincode, capacity, hours)
      select ${c.id}, name, 'ORDER-' || name, '-', 'Kota', 'Rajasthan', '324001', 1, '[1,2,3,4,5,6,7]'
        from unnest(${[...ordered].reverse()}::text[]) name`;
  const { list } = stage.owner(c.owner.session).libraries;
  for (const descending of [false, true]) {
    const wanted = descending ? [...ordered].reverse() : ordered;
    const sort = { by: 'name' as const, descending };
    const ask = (cursor: string | null) =>
      list({ limit: 2, filters: { city: 'kota' }, sort, ...(cursor === null ? {} : { cursor }) });
    const pages = [await ask(null)];
    for (let next = pages[0]?.nextCursor ?? null; next !== null; next = pages.at(-1)?.nextCursor ?? null)
      pages.push(await ask(next));
    expect(pages.flatMap(({ items }) => items.map(({ name }) => name))).toEqual(wanted);
    const back = [pages.at(-1)];
    for (let prev = back[0]?.prevCursor ?? null; prev !== null; prev = back[0]?.prevCursor ?? null)
      back.unshift(await ask(prev));
    expect(back.flatMap((page) => page?.items.map(({ name }) => name))).toEqual(wanted);
  }
  const found = async (q: string) => (await list({ filters: { q, city: 'kota' } })).items.map(({ name }) => name);
  expect(await found('AMAN')).toEqual(['aman', 'Aman']);
  expect(await found('éMI')).toEqual(['Émile']);
  expect(await found('मन')).toEqual(['अमन']);
});

test('the last place of a plan is given once, however many ask at once', async () => {
  const { a } = stage.world;
  const { sql } = stage.database;
  const [before] = await sql<{ all: number }[]>`select count(*)::int as all from libraries where tenant_id = ${a.id}`;
  const limit = (before?.all ?? 0) + 1;
  await sql`update tenants set max_libraries = ${limit} where id = ${a.id}`;
  const tries = Array.from({ length: 6 }, (_, index) =>
    faultOf(stage.owner(a.owner.session).libraries.create(newLibrary(`RACE-${index}`))),
  );
  const numbers = (await Promise.all(tries)).sort();
  expect(numbers).toEqual([...Array(5).fill('limit_exceeded'), null]);
  const [after] = await sql<{ all: number }[]>`select count(*)::int as all from libraries where tenant_id = ${a.id}`;
  expect(after?.all).toBe(limit);
  await sql`update tenants set max_libraries = 50 where id = ${a.id}`;
});

test('of two who change one version at once, one is told that it changed', async () => {
  const { c } = stage.world;
  const [id] = c.libraries;
  const set = (version: number) =>
    faultOf(stage.owner(c.owner.session).libraries.setStatus({ ...act(id, version), status: 'inactive' }));
  for (let version = 1; version <= 10; version += 1) {
    const faults = await Promise.all([set(version), set(version), set(version)]);
    expect(faults.sort()).toEqual(['changed_meanwhile', 'changed_meanwhile', null]);
  }
});

test('an act that comes again is answered as at first, when its day is long over and the library was changed since', async () => {
  const { b } = stage.world;
  const call = stage.owner(b.owner.session);
  const { id, version } = await call.libraries.get({ id: b.libraries[0] });
  const sent = { ...act(id, version), status: 'inactive' as const };
  const first = await call.libraries.setStatus(sent);
  await call.libraries.setStatus({ ...act(id, version + 1), status: 'active' });
  for (const table of ['acts', 'idempotency_keys'])
    await stage.database.sql`update ${stage.database.sql(table)} set created_at = now() - interval '400 days'`;
  await stage.database.sql`select identity.tidy(null, 1000)`;
  expect(await call.libraries.setStatus(sent)).toEqual(first);
  expect(await call.libraries.get({ id })).toMatchObject({ status: 'active', version: version + 2 });
  expect(await faultOf(call.libraries.setStatus({ ...sent, version: version + 2 }))).toBe('conflict');
});
