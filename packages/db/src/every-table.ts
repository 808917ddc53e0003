import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { type Declared, declaredTables } from './schema/declaration.ts';

const folder = join(import.meta.dirname, 'schema');

/** Loads all that stands in `schema/`: there is no list to forget. */
export async function everyTable(): Promise<Declared[]> {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts'))) {
    const exported: Record<string, unknown> = await import(join(folder, file));
    for (const [name, value] of Object.entries(exported)) {
      if (value instanceof PgTable && declaredTables.get(getTableConfig(value).name)?.table !== value)
        throw new Error(`${name} in schema/${file} is a table that was not declared`);
    }
  }
  return inOrder([...declaredTables.values()]);
}

/** Each table after those that its keys lead to. */
export function inOrder(tables: readonly Declared[]): Declared[] {
  const sorted: Declared[] = [];
  const place = (one: Declared): void => {
    if (sorted.includes(one)) return;
    for (const key of getTableConfig(one.table).foreignKeys) {
      const target = tables.find(({ table }) => table === key.reference().foreignTable);
      if (target && target !== one) place(target);
    }
    sorted.push(one);
  };
  for (const one of tables) place(one);
  return sorted;
}
