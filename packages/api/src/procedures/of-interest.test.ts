import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from '../testing/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test('the newest of all trails are read along their index, however much of them is of one person alone', async () => {
  const { sql } = stage.database;
  const { a, platform } = stage.world;
  await sql`insert into domain_events (tenant_id, name, subject_kind, subject_id)
    select ${a.id}, 'notification.told', case when n % 10 = 0 then 'library' else 'notification' end, n::text
      from generate_series(1, 20000) n`;
  await sql`analyze domain_events`;
  const plan = await sql.begin(async (begun) => {
    await begun`select set_config('role', 'ss_platform', true), set_config('app.tenant_id', ${platform.id}, true)`;
    return await begun`
      explain (analyze, buffers, costs off, timing off, summary off)
      select e.id, t.name from domain_events e left join tenants t on t.id = e.tenant_id
        where case when e.subject_kind not in ('notification', 'views') then true end is not null
        order by e.id desc, e.id desc limit 51`;
  });
  const text = plan.map((line) => line['QUERY PLAN']).join('\n');
  const [, hit, missed] = /shared hit=(\d+)(?: read=(\d+))?/.exec(text) ?? [];
  expect(Number(hit) + Number(missed ?? 0), text).toBeLessThan(150);
});
