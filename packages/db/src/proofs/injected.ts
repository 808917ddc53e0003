import type { Sql } from 'postgres';
import { closedStatements } from './behaviour-roles.ts';
import { B } from './people.ts';

// Without parameters the driver would fall back to the simple protocol, which takes many statements.
export const extended = { prepare: true, simple: false };
export const multiple = '42601';
export const denied = '42501';

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error);

/** `went through`, or the SQLSTATE that stopped it. */
export const outcome = (run: Promise<unknown>): Promise<string> => run.then(() => 'went through', codeOf);

export type Fragment = readonly [text: string, refusedWith: string];

/** As an injection would stand: inside a query, or behind one that it ended. */
function fragments(statement: string): Fragment[] {
  const behind: Fragment = [`select 1; ${statement}`, multiple];
  if (!statement.startsWith('select')) return [behind];
  return [
    behind,
    [`select 1 from (${statement}) x where x::text <> ''`, denied],
    [`with x as materialized (${statement}) select x::text from x`, denied],
  ];
}

const moreFragments: ReadonlyArray<readonly [attack: string, ...Fragment]> = [
  ['set behind a query', `select 1; set local app.tenant_id = '${B}'`, multiple],
  ['commit behind a query', 'select 1; commit; select 2', multiple],
  ['a transaction behind a query', `select 1; rollback; begin; set local app.tenant_id = '${B}'`, multiple],
  ['prepare behind a query', 'select 1; prepare p as select 1', multiple],
  ['copy behind a query', 'select 1; copy (select 1) to stdout', multiple],
  ['alter role behind a query', `select 1; alter role current_user set app.tenant_id = '${B}'`, multiple],
  ['set_config', `select 1 where set_config('app.tenant_id', '${B}', true) = ''`, denied],
  ['set_config', `select 1 from pg_settings where name = set_config('app.tenant_id', '${B}', false)`, denied],
];

/** What is tried on every login, by the name of the attack. */
export const attacks: ReadonlyArray<readonly [attack: string, ...Fragment]> = [
  ...closedStatements.flatMap(([attack, statement]) =>
    fragments(statement).map((fragment) => [attack, ...fragment] as const),
  ),
  ...moreFragments,
];

/** One text as an injection sends it, under a claim. */
export function attempt(sql: Sql, text: string, tenant: string): Promise<string> {
  return outcome(
    sql.begin(async (tx) => {
      await tx.unsafe(`set local app.tenant_id = '${tenant}'`).simple();
      await tx.unsafe(text, [], extended);
    }),
  );
}
