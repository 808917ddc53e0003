import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from '../../testing/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.database.sql`delete from notifications`;
});
afterAll(() => stage.close());

test('whoever answers for a library hears of each decision in its order, and is written to', async () => {
  await stage.work();
  const { a, b, platform } = stage.world;
  const decides = stage.admin(platform.admin.session).libraries;
  const [id = ''] = a.libraries;
  await decides.suspend({ id, version: 1, reason: 'The fire certificate has run out' });
  await decides.reinstate({ id, version: 2 });
  const told = (memberId: string) => stage.database.sql<{ kind: string; name: string; mails: number }[]>`
    select kind, data->>'name' as name,
      (select count(*)::int from jobs where kind = 'jobNoticeMail' and payload->>'notice' = n.id::text) as mails
    from notifications n where member_id = ${memberId} order by told_at`;
  const { name } = await stage.owner(a.owner.session).libraries.get({ id });
  const both = ['library.suspended', 'library.reinstated'].map((kind) => ({ kind, name, mails: 1 }));
  for (const { membershipId } of [a.owner, a.manager])
    await expect.poll(async () => (await told(membershipId)).map((one) => ({ ...one }))).toEqual(both);
  for (const { membershipId } of [a.staff, b.owner]) expect(await told(membershipId)).toHaveLength(0);
});
