import { expect, it } from 'vitest';
import { openNews } from './news.ts';

const told = (id: string) => ({ tenant: 't', name: 'library.changed', kind: 'library', id, library: null, actor: 'p' });

it('gives what came after a mark, as long as it is kept', () => {
  const news = openNews(3);
  const begin = news.mark();
  expect(news.since(begin)).toEqual([]);
  news.tell([told('1'), told('2')]);
  const middle = news.mark();
  news.tell([told('3')]);
  expect(news.since(begin)?.map(({ id }) => id)).toEqual(['1', '2', '3']);
  expect(news.since(middle)?.map(({ id }) => id)).toEqual(['3']);
  news.tell([told('4')]);
  expect(news.since(begin)).toBe(null);
  expect(news.since(middle)?.map(({ id }) => id)).toEqual(['3', '4']);
});

it('knows no mark of another process, of the future, or of no place', () => {
  const news = openNews();
  news.tell([told('1')]);
  const boot = news.mark().split('.')[0];
  for (const mark of ['', 'x', 'x.1', `${boot}.2`, `${boot}.-1`, `${boot}.0.5`, `${boot}.x`, openNews().mark()])
    expect(news.since(mark)).toBe(null);
});
