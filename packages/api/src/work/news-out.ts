import { arrayLiteral } from '@studyspot/db/tenancy/array-literal';
import type { WorkDatabase } from '@studyspot/db/tenancy/work-database';
import { type NewsOut, packNews } from '../live/news-wire.ts';

export interface Relayed {
  line: string;
  news: readonly NewsOut[];
}

/** To all portals, after the batch is committed. What is lost here is missed in the numbers, and read again. */
export async function tellNews(database: WorkDatabase, { line, news }: Relayed): Promise<void> {
  if (news.length === 0) return;
  await database.ask('select jobs.tell(p) from unnest($1::text[]) p', [arrayLiteral(packNews(line, news))]);
}
