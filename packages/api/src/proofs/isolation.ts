import { isDeepStrictEqual } from 'node:util';
import type { Business } from '@studyspot/db/testing/world';
import type { Example, Side } from '../testing/example.ts';
import type { Roots, Stage } from '../testing/stage.ts';
import { isWider, secretKeys } from './output-rules.ts';
import { type Cast, rowsUnder, unknownLike } from './sides.ts';

/** Every row that belongs to a tenant, its people and their sessions included, as one line per table. */
export async function checksums({ database: { sql } }: Stage, tenant: string): Promise<Record<string, string>> {
  const under = await sql<{ name: string }[]>`
    select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and c.column_name = 'tenant_id' and t.table_type = 'BASE TABLE'
      and c.table_name not like 'domain\\_events\\_%'`;
  const members = sql`select user_id from memberships where tenant_id = ${tenant}`;
  const parts = [
    ...under.map(({ name }) => ({
      name,
      rows: sql`select t::text as row from ${sql(name)} t where tenant_id = ${tenant}`,
    })),
    { name: 'tenants', rows: sql`select t::text as row from tenants t where id = ${tenant}` },
    { name: 'users', rows: sql`select t::text as row from users t where id in (${members})` },
    { name: 'sessions', rows: sql`select t::text as row from sessions t where for_tenant = ${tenant}` },
    // Another tenant may invite the same person: that link is its own.
    {
      name: 'one_time_tokens',
      rows: sql`select t::text as row from one_time_tokens t
        where for_tenant = ${tenant} or (for_tenant is null and user_id in (${members}))`,
    },
  ];
  const sums: Record<string, string> = {};
  for (const { name, rows } of parts) {
    const [found] = await sql<{ sum: string }[]>`
      select count(*) || ' ' || md5(coalesce(string_agg(row, '|' order by row), '')) as sum from (${rows}) as all_rows`;
    sums[name] = found?.sum ?? '';
  }
  return sums;
}

/** What must never be read in an answer to someone else. */
async function marksOf(stage: Stage, business: Business): Promise<string[]> {
  const people = [business.owner, business.manager, business.staff, business.invited, business.removed];
  return [
    business.id,
    business.name,
    ...(await rowsUnder(stage.database, business.id)).map(({ id }) => id),
    business.idempotencyKey,
    ...people.flatMap(({ userId, membershipId, email, name, session }) => [
      userId,
      membershipId,
      email,
      name,
      session.id,
    ]),
  ];
}

const named = ({ tokens: _, password: __, row: ___, ...rest }: Side): string[] => Object.values(rest);

export function takesIds(example: Example, { own }: Cast): boolean {
  let asksForRow = false;
  const row = (table: string) => {
    asksForRow = true;
    return own.row(table);
  };
  const text = JSON.stringify(example.input({ ...own, row })) ?? '';
  return asksForRow || named(own).some((id) => text.includes(id));
}

/** What is wrong when `cast.caller` calls with someone else's ids; nothing, if the wall holds. */
export async function isolationFaults(
  stage: Stage,
  roots: Roots,
  cast: Cast,
  path: string,
  example: Example,
): Promise<string[]> {
  const faults: string[] = [];
  const say = (what: string) => faults.push(`${cast.portal} ${path}, ${cast.name}: ${what}`);
  const strangers = new Map<Business, Record<string, string>>();
  for (const stranger of cast.strangers) strangers.set(stranger, await checksums(stage, stranger.id));
  const answers: unknown[] = [];
  for (const key of secretKeys(roots, cast.portal, path)) say(`its output names ${key}`);
  if (takesIds(example, cast)) {
    const foreign = await stage.call(roots, cast.portal, path, cast.caller, example.input(cast.foreign));
    const unknown = await stage.call(roots, cast.portal, path, cast.caller, example.input(unknownLike(cast.foreign)));
    answers.push(foreign.data, unknown.data);
    if (foreign.fault === null) say('answered as if it were their own');
    if (!isDeepStrictEqual(foreign, unknown)) {
      say(`answers ${JSON.stringify(foreign)}, for an unknown id ${JSON.stringify(unknown)}`);
    }
  }
  if (cast.hasControl) {
    const own = await stage.call(roots, cast.portal, path, cast.caller, example.input(cast.own));
    answers.push(own.data);
    if (own.fault !== null) say(`fails with their own: ${JSON.stringify(own)}`);
    else if (isWider(cast.portal, path, own.data)) say('answers more than it declares');
  }
  const text = JSON.stringify(answers);
  for (const [stranger, before] of strangers) {
    for (const mark of await marksOf(stage, stranger))
      if (text.includes(mark)) say(`the answer holds ${mark} of ${stranger.name}`);
    const after = await checksums(stage, stranger.id);
    for (const table of Object.keys(before)) {
      if (before[table] !== after[table]) say(`rows of ${stranger.name} in ${table} changed`);
    }
  }
  return faults;
}
