import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { type Declared, declaredTables } from './schema/declaration.ts';

const folder = join(import.meta.dirname, 'schema');

/** All that stands in `schema/`, each after what its keys lead to: there is no list to forget. */
export async function everyTable(): Promise<Declared[]> {
  const found = new Set<Declared>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts'))) {
    const exported: Record<string, unknown> = await import(join(folder, file));
    for (const [name, table] of Object.entries(exported)) {
      if (!(table instanceof PgTable)) continue;
      const declared = declaredTables.get(getTableConfig(table).name);
      if (declared?.table !== table) throw new Error(`${name} in schema/${file} is a table that was not declared`);
      found.add(declared);
    }
  }
  return inOrder([...found]);
}

/** Each table after those that its keys lead to. */
function inOrder(tables: readonly Declared[]): Declared[] {
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
