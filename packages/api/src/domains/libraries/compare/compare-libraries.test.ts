import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from '../../../testing/stage.ts';
import { newLibrary } from '../examples.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.database.sql`update tenants set max_libraries = 50, max_students = 500`;
});
afterAll(() => stage.close());

const call = () => stage.owner(stage.world.c.owner.session);
test('libraries stand side by side with their seats and students, those of this month told apart', async () => {
  const { libraries, comparison } = call();
  const one = await libraries.create({ ...newLibrary('SIDE-1'), name: 'Side 1', capacity: 40 });
  const two = await libraries.create({ ...newLibrary('SIDE-2'), name: 'Side 2', capacity: 60 });
  const { sql } = stage.database;
  let number = 0;
  /** Somebody who is at home in one library; enrolled so many days ago in each of these, and removed so many days ago. */
  const student = async (home: string, status: string, removed: number | null, enrolled: [string, number][]) => {
    number += 1;
    const code = `SIDE-${number}`;
    const [row] = await sql`insert into students
        (tenant_id, home_id, code, name, phone, sought, phone_tail, status, status_reason, removed_at)
      values (${stage.world.c.id}, ${home}, ${code}, 'Side', ${`+9198297000${number}0`}, ' side', ${String(number)}, ${status}, 'Fees',
        now() - make_interval(days => ${removed})) returning id`;
    for (const [library, days] of enrolled)
      await sql`insert into enrolments (tenant_id, library_id, student_id, code, enrolled_on)
        values (${stage.world.c.id}, ${library}, ${row?.['id']}, ${`${code}-${library}`}, (now() at time zone 'Asia/Kolkata')::date - ${days}::int)`;
  };
  await student(one.id, 'active', null, [[one.id, 0]]);
  await student(one.id, 'active', null, [[one.id, 40]]);
  await student(one.id, 'inactive', null, [[one.id, 40]]);
  await student(one.id, 'suspended', null, [[one.id, 0]]);
  await student(one.id, 'active', 0, [[one.id, 0]]);
  await student(one.id, 'active', 40, [[one.id, 90]]);
  await student(two.id, 'active', null, [
    [one.id, 40],
    [two.id, 0],
  ]);
  const found = (await comparison.libraries({})).filter(({ id }) => [one.id, two.id].includes(id));
  expect(found).toMatchObject([
    { name: 'Side 1', capacity: 40, active: 2, inactive: 1, suspended: 1, joined: 3, left: 1, standing: 'approved' },
    { name: 'Side 2', capacity: 60, active: 1, inactive: 0, suspended: 0, joined: 1, left: 0 },
  ]);
});
