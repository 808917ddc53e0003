import type { TransactionSql } from 'postgres';
import { rawConnection } from './raw-connection.ts';

/** Something that happened in a tenant so many days ago, done by whoever it names by mail. */
export interface Past {
  daysAgo: number;
  name: string;
  subject: { kind: string; id: string };
  by?: string;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
}

export interface Grown {
  id: string;
  name: string;
  libraries: { id: string; code: string; name: string; capacity: number }[];
  people: { userId: string; membershipId: string; email: string; role: string }[];
}

// The time in a uuidv7, moved; what makes it unique stays, and so does the order.
const earlier = (column: string, days: string) => `encode(overlay(uuid_send(${column}) placing substring(int8send(
  ('x' || lpad(left(replace(${column}::text, '-', ''), 12), 16, '0'))::bit(64)::bigint - ${days}::bigint * 86400000) from 3) from 1 for 6), 'hex')::uuid`;

async function moveBack(tx: TransactionSql, days: number): Promise<void> {
  await tx.unsafe(
    `update domain_events set id = ${earlier('id', '$1::int')}, occurred_at = occurred_at - make_interval(days => $1)`,
    [days],
  );
  for (const [table, columns] of [
    ['libraries', ['created_at', 'updated_at']],
    ['students', ['created_at', 'updated_at']],
    ['memberships', ['created_at', 'updated_at', 'invited_at', 'accepted_at']],
  ] as const)
    await tx.unsafe(
      `update ${table} set ${columns.map((column) => `${column} = ${column} - make_interval(days => $1)`).join(', ')}`,
      [days],
    );
  await spreadStudents(tx, days);
  await tx.unsafe('update tenants set created_at = created_at - make_interval(days => $1)', [days]);
}

/** One after the other they came in all those days. */
async function spreadStudents(tx: TransactionSql, days: number): Promise<void> {
  const since = `(select id, (row_number() over (order by id) * $1::int / (count(*) over () + 1))::int as days from students)`;
  const later = (column: string) => `${column} = t.${column} + make_interval(days => s.days)`;
  await tx.unsafe(
    `update domain_events t set id = ${earlier('t.id', '-s.days')}, ${later('occurred_at')}
      from ${since} s where t.subject_kind = 'student' and t.subject_id = s.id::text`,
    [days],
  );
  await tx.unsafe(
    `update students t set ${later('created_at')}, ${later('updated_at')} from ${since} s where t.id = s.id`,
    [days],
  );
  await tx.unsafe(
    `update enrolments e set enrolled_on = (s.created_at at time zone 'Asia/Kolkata')::date from students s where s.id = e.student_id`,
  );
}

async function add(tx: TransactionSql, { daysAgo, name, subject, by, before, after }: Past): Promise<void> {
  const at = new Date(Date.now() - daysAgo * 86_400_000);
  await tx`
    insert into domain_events (id, name, subject_kind, subject_id, actor_id, actor_name, before, after, occurred_at)
      select encode(overlay(uuid_send(uuidv7()) placing substring(int8send(${at.getTime()}::bigint) from 3) from 1 for 6), 'hex')::uuid,
        ${name}, ${subject.kind}, ${subject.id}, m.user_id, m.name,
        ${before ? tx.json(before as never) : null}, ${after ? tx.json(after as never) : null}, ${at}
      from (select 1) one left join memberships m on m.email = ${by ?? null}`;
}

/**
 * Gives a demo a past: what its tenants hold is moved back by `daysOf`, and what `happened` is written in between. As the
 * tables' owner under each claim, before anybody subscribes: no login may choose a date, and nothing follows from it.
 */
export async function writePast(
  url: string,
  daysOf: (tenant: string) => number,
  happened: (tenant: Grown) => readonly Past[],
): Promise<void> {
  const sql = rawConnection(url);
  try {
    const tenants = await sql<{ id: string; name: string }[]>`select id, name from tenants`;
    for (const { id, name } of tenants) {
      await sql.begin(async (tx) => {
        await tx.unsafe(`set local role ss_owner; set local app.tenant_id = '${id}'`).simple();
        await moveBack(tx, daysOf(name));
        const libraries = await tx<
          Grown['libraries']
        >`select id, code, name, capacity from libraries order by created_at`;
        const people = await tx<Grown['people']>`
          select user_id as "userId", id as "membershipId", email, role from memberships
            where accepted_at is not null and removed_at is null order by created_at`;
        const past = happened({ id, name, libraries: [...libraries], people: [...people] });
        for (const one of [...past].sort((a, b) => b.daysAgo - a.daysAgo)) await add(tx, one);
      });
    }
  } finally {
    await sql.end();
  }
}
