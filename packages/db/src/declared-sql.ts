import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import type { Declared } from './schema/declaration.ts';
import { PLATFORM_ID } from './schema/platform.ts';
import { protectionOf } from './schema/protection.ts';

/** Drizzle knows no partitions. */
function partitioned(statement: string, tables: readonly Declared[]): string {
  const table = tables.find(({ name }) => statement.startsWith(`CREATE TABLE "${name}" (`));
  const split = table && Object.keys(table.leaves).length > 0;
  return split ? statement.replace(/\);\s*$/, ') partition by range (id);') : statement;
}

/** All that makes these tables in an empty schema: DDL, then what guards them. Runs as ss_owner. */
export async function declaredSql(tables: readonly Declared[]): Promise<string[]> {
  const wanted = Object.fromEntries(tables.map(({ name, table }) => [name, table]));
  const made = await generateMigration(generateDrizzleJson({}), generateDrizzleJson(wanted));
  return [
    // A key to a table under the wall is checked under its owner's claim, any claim: there are no rows yet.
    `set local app.tenant_id = '${PLATFORM_ID}';`,
    ...made.map((statement) => partitioned(statement, tables)),
    'reset app.tenant_id;',
    ...tables.flatMap(({ name }) => protectionOf(name)).map((statement) => `${statement};`),
  ];
}
