import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from '../../testing/stage.ts';
import { newLibrary } from './examples.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.database.sql`update tenants set max_libraries = 50, max_students = 500`;
});
afterAll(() => stage.close());

const call = () => stage.owner(stage.world.c.owner.session);
const place = (latitude: number, longitude: number) => ({ position: { latitude, longitude } });
test('a list is narrowed by city and by distance, and the nearest come first; the platform’s too', async () => {
  const { libraries } = call();
  const jaipur = await libraries.create({ ...newLibrary('JP'), name: 'Far A', ...place(26.9124, 75.7873) });
  const ajmer = await libraries.create({
    ...newLibrary('AJ'),
    name: 'Far B',
    city: 'Ajmer',
    ...place(26.4499, 74.6399),
  });
  const kota = await libraries.create({ ...newLibrary('KO'), name: 'Far C', city: 'Kota', ...place(25.2138, 75.8648) });
  await libraries.create({ ...newLibrary('NO'), name: 'Far D', position: null });
  const near = { latitude: 26.9, longitude: 75.8, km: 150 };
  const asked = { filters: { q: 'Far', near }, sort: { by: 'distance' as const, descending: false } };
  const { items } = await libraries.list(asked);
  expect(items.map(({ id }) => id)).toEqual([jaipur.id, ajmer.id]);
  // Jaipur to Ajmer is 126 km as the crow flies; from here a little more.
  expect(items.map(({ distance }) => Math.round(distance ?? -1))).toEqual([2, 126]);
  const wide = { ...asked, filters: { q: 'Far', near: { ...near, km: 200 } }, limit: 2 };
  const first = await stage.admin(stage.world.platform.support.session).libraries.list(wide);
  expect(first.items.map(({ id }) => id)).toEqual([jaipur.id, ajmer.id]);
  const next = await stage.admin(stage.world.platform.support.session).libraries.list({
    ...wide,
    cursor: first.nextCursor ?? '',
  });
  expect(next.items.map(({ id }) => id)).toEqual([kota.id]);
  expect((await libraries.list({ filters: { city: 'kot' } })).items.map(({ id }) => id)).toEqual([kota.id]);
  expect((await libraries.list({ filters: { q: 'Far' }, sort: { by: 'distance', descending: false } })).total).toBe(4);
});
