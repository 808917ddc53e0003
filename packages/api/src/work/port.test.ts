import { openWorkDatabase } from '@studyspot/db/tenancy/work-database';
import { withTestDatabase } from '@studyspot/db/testing/database';
import { makeWorld } from '@studyspot/db/testing/world';
import { expect, test } from 'vitest';
import { openQueryTimes } from '../metrics/measures.ts';
import { noServices } from '../testing/worker.ts';
import { openPort } from './port.ts';
import { startWorker } from './worker.ts';

test('a worker tells what waits, how long, and how many customers are served', async () => {
  const ground = await withTestDatabase();
  const { a } = await makeWorld(ground);
  await ground.sql`delete from jobs`;
  await ground.sql`insert into jobs (for_tenant, queue, kind, due_at) values (${a.id}, 'bulk', 'jobExample', now() - interval '7 minutes')`;
  await ground.sql`insert into jobs (for_tenant, queue, kind, state) values (${a.id}, 'plain', 'jobExample', 'dead')`;
  const [served] = await ground.sql`select count(*)::int as n from tenants
    where kind = 'library' and deleted_at is null and status in ('trial', 'active')`;
  const queries = openQueryTimes();
  const asked = (type: string, seconds: number) => queries.at(type).add(seconds);
  const database = openWorkDatabase({ url: ground.urls.system, asked });
  const log = { warn: () => undefined };
  const worker = startWorker({ database, said: {}, log, services: noServices });
  await worker.hears;
  const port = await openPort(0, { worker, database, queries });
  const answer = await fetch(`http://127.0.0.1:${port.port}/metrics`);
  expect(answer.headers.get('content-type')).toContain('version=0.0.4');
  const text = await answer.text();
  expect(text).toContain(`active_tenants_total ${served?.['n']}\n`);
  expect(text).toContain('studyspot_queue_jobs{queue="plain",state="dead"} 1\n');
  expect(text).toMatch(/studyspot_queue_age_seconds\{queue="bulk"\} 4[2-9]\d/);
  expect(text).toMatch(/db_query_duration_seconds_count\{type="ask"\} [1-9]/);
  await port.close();
  await worker.stop();
  await database.close();
  await ground.drop();
});
