import { and, count, eq, gte, isNull, type SQL, sql } from '@studyspot/db/query';
import { libraries } from '@studyspot/db/schema/libraries';
import { enrolments, students } from '@studyspot/db/schema/students';
import type { ReadScope } from '../../../procedures/builder.ts';
import { standing } from '../list-libraries.ts';

const MOST = 100;
const month = sql`date_trunc('month', now() at time zone 'Asia/Kolkata')`;
const all = sql<number>`count(*)`.mapWith(Number);
const isHere = isNull(students.removedAt);

/** Libraries side by side: seats, students by state, and who has come and gone this month, counted in one question. */
export async function compareLibraries({ db }: ReadScope) {
  const of = (status: (typeof students.$inferSelect)['status']) =>
    sql<number>`${all} filter (where ${and(isHere, eq(students.status, status))})`.mapWith(Number);
  const people = db
    .select({
      homeId: students.homeId,
      active: of('active').as('active'),
      inactive: of('inactive').as('inactive'),
      suspended: of('suspended').as('suspended'),
      left: sql<number>`${all} filter (where ${students.removedAt} at time zone 'Asia/Kolkata' >= ${month})`.as(
        'left_now',
      ),
    })
    .from(students)
    .groupBy(students.homeId)
    .as('people');
  const joins = db
    .select({ libraryId: enrolments.libraryId, joined: count().as('joined') })
    .from(enrolments)
    .where(gte(enrolments.enrolledOn, sql`${month}::date`))
    .groupBy(enrolments.libraryId)
    .as('joins');
  const none = (counted: SQL.Aliased<number>) => sql<number>`coalesce(${counted}, 0)`.mapWith(Number);
  const { id, name, city, status, capacity } = libraries;
  return await db
    .select({
      ...{ id, name, city, status, capacity, standing },
      active: none(people.active),
      inactive: none(people.inactive),
      suspended: none(people.suspended),
      joined: none(joins.joined),
      left: none(people.left),
    })
    .from(libraries)
    .leftJoin(people, eq(people.homeId, libraries.id))
    .leftJoin(joins, eq(joins.libraryId, libraries.id))
    .orderBy(libraries.name, libraries.id)
    .limit(MOST);
}
