import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { type Declared, declaredTables } from './schema/declaration.ts';
import { PLATFORM_ID } from './schema/platform.ts';
import { protectionOf } from './schema/protection.ts';

/** All tables at one moment: what drizzle knows of them, and the statements that guard each. */
export interface Snapshot {
  schema: ReturnType<typeof generateDrizzleJson>;
  guards: Readonly<Record<string, readonly string[]>>;
}

// Drizzle numbers each snapshot by chance: one that says the same is the same.
const noId = '00000000-0000-0000-0000-000000000000';

export function takeSnapshot(tables: readonly Declared[]): Snapshot {
  const schema = generateDrizzleJson(Object.fromEntries(tables.map(({ name, table }) => [name, table])));
  return {
    schema: { ...schema, id: noId, prevId: noId },
    guards: Object.fromEntries(tables.map(({ name }) => [name, protectionOf(name)])),
  };
}

/** Drizzle knows no partitions. */
function partitioned(statement: string): string {
  const name = /^CREATE TABLE "([a-z0-9_]+)" \(/.exec(statement)?.[1] ?? '';
  const isSplit = Object.keys(declaredTables.get(name)?.leaves ?? {}).length > 0;
  return isSplit ? statement.replace(/\);\s*$/, ') partition by range (id);') : statement;
}

/** The DDL that leads from one snapshot to another. */
async function ddl(was: Snapshot, is: Snapshot): Promise<string[]> {
  const statements = (await generateMigration(was.schema, is.schema)).map(partitioned);
  if (!statements.some((statement) => statement.includes('FOREIGN KEY'))) return statements;
  // A key to a table under the wall is checked under its owner's claim, any claim: there are no rows yet.
  return [`set local app.tenant_id = '${PLATFORM_ID}';`, ...statements, 'reset app.tenant_id;'];
}

export interface Difference {
  ddl: string[];
  /** Row security, policies and grants that were not declared before. */
  guards: string[];
  /** Those that are declared no more: a person says how they end. */
  gone: string[];
}

export async function differenceOf(was: Snapshot, is: Snapshot): Promise<Difference> {
  const missing = (from: Snapshot, to: Snapshot) =>
    Object.entries(to.guards).flatMap(([name, statements]) =>
      statements.filter((statement) => !from.guards[name]?.includes(statement)).map((statement) => `${statement};`),
    );
  return { ddl: await ddl(was, is), guards: missing(was, is), gone: missing(is, was) };
}

/** All that makes these tables in an empty schema: DDL, then what guards them. Runs as ss_owner. */
export async function declaredSql(tables: readonly Declared[]): Promise<string[]> {
  const made = await differenceOf(takeSnapshot([]), takeSnapshot(tables));
  return [...made.ddl, ...made.guards];
}
