import { expect, it } from 'vitest';
import { openNews } from './news.ts';
import { packNews, unpackNews } from './news-wire.ts';

const line = '00000000-0000-4000-8000-000000000001';
const one = (seq: number) => ({
  seq,
  event: `e${seq}`,
  tenant: 't',
  kind: 'library',
  id: `${seq}`,
  library: null,
  actor: 'p',
});
const some = (...seqs: number[]) => seqs.map(one);

function opened(kept?: number) {
  const news = openNews(kept);
  news.begin(line, 0);
  const heard: string[] = [];
  news.listen(
    ({ id }) => heard.push(id),
    () => heard.push('lost'),
  );
  return { news, heard };
}

it('gives what came after a mark, as long as it is kept', () => {
  const { news } = opened(3);
  const begin = news.mark();
  expect(news.since(begin)).toEqual([]);
  news.hear(line, 2, some(1, 2));
  const middle = news.mark();
  news.hear(line, 3, some(3));
  expect(news.since(begin)?.map(({ id }) => id)).toEqual(['1', '2', '3']);
  expect(news.since(middle)?.map(({ id }) => id)).toEqual(['3']);
  news.hear(line, 4, some(4));
  expect(news.since(begin)).toBe(null);
  expect(news.since(middle)?.map(({ id }) => id)).toEqual(['3', '4']);
});

it('knows no mark of other numbers, of the future, or of no place', () => {
  const { news } = opened();
  news.hear(line, 1, some(1));
  for (const mark of ['', 'x', 'x.1', `${line}.2`, `${line}.-1`, `${line}.0.5`, `${line}.x`, openNews().mark()])
    expect(news.since(mark)).toBe(null);
});

it('says that something was missed where a number is missing, and goes on', () => {
  const { news, heard } = opened();
  news.hear(line, 1, some(1));
  news.hear(line, 4, some(3, 4));
  expect(heard).toEqual(['1', 'lost', '3', '4']);
  expect(news.since(`${line}.1`)).toBe(null);
});

it('says so too where the relay is further than was heard: after a silence, and after a connection was lost', () => {
  const { news, heard } = opened();
  news.hear(line, 1, some(1));
  news.hear(line, 1, []);
  news.begin(line, 1);
  expect(heard).toEqual(['1']);
  news.hear(line, 2, []);
  news.begin(line, 5);
  expect(heard).toEqual(['1', 'lost', 'lost']);
  expect(news.mark()).toBe(`${line}.5`);
});

it('tells nothing twice, and nothing of before it began to listen', () => {
  const news = openNews();
  const heard: string[] = [];
  news.listen(
    ({ id }) => heard.push(id),
    () => heard.push('lost'),
  );
  news.begin(line, 3);
  news.hear(line, 4, some(2, 3, 4));
  news.hear(line, 4, some(4));
  expect(heard).toEqual(['4']);
});

it('packs as many into a notification as it holds, and takes nothing else for news', () => {
  const news = Array.from({ length: 500 }, (_, n) => one(n + 1)).map((item) => ({ ...item, id: 'क'.repeat(40) }));
  const packed = packNews(line, news);
  expect(packed.every((payload) => Buffer.byteLength(payload) < 8_000)).toBe(true);
  expect(packed.length).toBeLessThan(30);
  expect(packed.flatMap((payload) => unpackNews(payload)?.news ?? [])).toEqual(news);
  expect(unpackNews(packed.at(-1) ?? '')?.told).toBe(500);
  for (const payload of ['', '{', '[]', '{"line":1}', '{"line":"x","told":1,"news":[[1]]}'])
    expect(unpackNews(payload)).toBe(null);
});

it('says the others where one is longer than a notification', () => {
  const told = packNews(line, [one(1), { ...one(2), id: 'x'.repeat(250_000) }, one(3)]);
  expect(told.every((payload) => Buffer.byteLength(payload) < 8_000)).toBe(true);
  const { news, heard } = opened();
  for (const payload of told) {
    const read = unpackNews(payload);
    if (read) news.hear(read.line, read.told, read.news);
  }
  expect(heard).toContain('lost');
  expect(heard.at(-1)).toBe('3');
});

it('is not deafened by a number that no relay gave', () => {
  const { news, heard } = opened();
  news.hear(line, 1, some(1));
  news.hear(line, 5_000_000, some(5_000_000));
  news.hear(line, 2, some(2));
  news.hear(line, 3, some(3));
  expect(heard).toEqual(['1', 'lost', '5000000', 'lost', '2', '3']);
});
