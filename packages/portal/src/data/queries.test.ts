import { expect, it } from 'vitest';
import { Marks } from './marks.tsx';
import { openQueries } from './queries.tsx';

it('holds nothing by a timer where pages are drawn', () => {
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
  const before = timers();
  openQueries(new Marks()).setQueryData([['libraries', 'list']], { items: [] });
  expect(timers()).toBe(before);
});
