import { type Listening, listen } from '@studyspot/db/tenancy/listen';
import type { News } from './news.ts';
import { unpackNews } from './news-wire.ts';

/** What the relay tells all portals, into this one's news. */
export const hearNews = (url: string, news: News): Listening =>
  listen({
    url,
    channel: 'news',
    hear(payload) {
      const heard = unpackNews(payload);
      if (heard) news.hear(heard.line, heard.told, heard.news);
    },
    first: 'select line, told::float8 as told from jobs.mark()',
    begun(row) {
      if (typeof row?.['line'] === 'string') news.begin(row['line'], Number(row['told']));
    },
  });
