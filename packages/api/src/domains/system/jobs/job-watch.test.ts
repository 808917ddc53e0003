import { PLATFORM_ID } from '@studyspot/db/schema/platform';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openStage, type Stage } from '../../../testing/stage.ts';
import { startTestWorker, workOff } from '../../../testing/worker.ts';
import { jobNoticeMail } from '../../notifications/job-notice-mail.ts';
import { jobWatch } from './job-watch.ts';
import { alarmsOf } from './rules.ts';
import { scheduleWatch } from './schedule-watch.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  await stage.database.sql`delete from jobs`;
  await look();
  await stage.database.sql`delete from notifications`;
});
afterAll(() => stage.close());

const look = async () => {
  await stage.database.sql`insert into jobs (for_tenant, queue, kind) values (${PLATFORM_ID}, 'plain', 'jobWatch')`;
  return workOff(stage.database, { jobWatch, jobNoticeMail });
};
const giveUp = () => stage.database.sql`
  insert into jobs (for_tenant, queue, kind, state) values (${stage.world.a.id}, 'plain', 'jobExample', 'dead')`;
const told = async () =>
  (
    await stage.database.sql<{ line: string }[]>`
      select m.role || ' ' || (n.data->>'trouble') || ' ' || 1 + cardinality(n.more) as line
        from notifications n join memberships m on m.id = n.member_id where n.kind = 'system.stuck' order by 1`
  ).map(({ line }) => line);
const trail = async () =>
  (
    await stage.database.sql<{ line: string }[]>`
      select name || ' ' || subject_id as line from domain_events where subject_kind = 'alarm' order by seq`
  ).map(({ line }) => line);
const seen = async () => alarmsOf(await stage.admin(stage.world.platform.super_admin.session).jobs.health({}));
const soon = { timeout: 15_000 };

test('what is stuck is told once, and again only after it was well', async () => {
  await look();
  expect(await told()).toEqual([]);
  await giveUp();
  expect((await look()).map(({ subject }) => subject)).toEqual(['Something is stuck']);
  await giveUp();
  expect(await look()).toEqual([]);
  expect(await told()).toEqual(['super_admin givenUp 1']);
  expect(await seen()).toEqual(['givenUp']);
  await stage.database.sql`delete from jobs`;
  await look();
  expect((await trail()).slice(-2)).toEqual(['alarm.raised givenUp', 'alarm.cleared givenUp']);
  expect(await told()).toEqual(['super_admin givenUp 1']);
  await giveUp();
  await look();
  expect(await told()).toEqual(['super_admin givenUp 2']);
});

test('who was given the right hears too, and from whom it was taken does not', async () => {
  const { support, super_admin: head } = stage.world.platform;
  const { sql } = stage.database;
  await sql`update memberships set added = '{system:health}' where id = ${support.membershipId}`;
  await sql`update memberships set removed = '{system:health}' where id = ${head.membershipId}`;
  await sql`insert into job_tallies (kind, failed, last_error, last_error_at) values ('letters', 1, 'mail failed: refused', now())
    on conflict (kind) do update set last_error = excluded.last_error, last_error_at = excluded.last_error_at`;
  await look();
  expect(await told()).toEqual(['support letters 1']);
  await sql`update memberships set added = '{}', removed = '{}' where id in (${support.membershipId}, ${head.membershipId})`;
  await sql`delete from job_tallies where kind = 'letters'`;
});

test('that no worker is there is seen without one', async () => {
  await stage.database.sql`update job_tallies set last_at = now() - interval '61 seconds' where kind = 'worker'`;
  expect(await seen()).toEqual(['worker']);
  const worker = startTestWorker(stage.database, {});
  await expect.poll(seen, soon).toEqual([]);
  await worker.stop();
});

test('of many workers one looks, each minute', async () => {
  await giveUp();
  await stage.database.sql`delete from job_schedules`;
  const said = { jobWatch, scheduleWatch };
  const workers = [1, 2, 3].map(() => startTestWorker(stage.database, said, { scheduleMs: 20 }));
  await expect.poll(told, soon).toEqual(['super_admin givenUp 1']);
  await Promise.all(workers.map((worker) => worker.stop()));
});
