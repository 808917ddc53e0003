import { expect, it } from 'vitest';
import { Marks } from './marks.tsx';
import { openQueries } from './queries.tsx';

it('holds nothing by a timer where pages are drawn', () => {
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
  const before = timers();
  openQueries(new Marks()).setQueryData([['libraries', 'list']], { items: [] });
  expect(timers()).toBe(before);
});

it('shows the answer to a change in the rows of its lists at once, and never one that is older', async () => {
  const queries = openQueries(new Marks());
  const key = [['halls', 'list'], { type: 'query' }];
  const rows = () => (queries.getQueryData(key) as { items: unknown[] }).items;
  const answer = (output: object) =>
    queries
      .getMutationCache()
      .build(queries, { mutationKey: [['halls', 'update']], mutationFn: async () => output })
      .execute(undefined);
  queries.setQueryData(key, {
    items: [
      { id: 'a', version: 3, seats: 60 },
      { id: 'b', version: 1 },
    ],
    total: 2,
  });
  await answer({ id: 'a', version: 4, seats: 75 });
  expect(rows()).toEqual([
    { id: 'a', version: 4, seats: 75 },
    { id: 'b', version: 1 },
  ]);
  await answer({ id: 'a', version: 2, seats: 40 });
  expect(rows()[0]).toEqual({ id: 'a', version: 4, seats: 75 });
  queries.clear();
});
