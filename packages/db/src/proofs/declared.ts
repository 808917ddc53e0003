import type { Sql } from 'postgres';
import { declaredSql } from '../declared-sql.ts';
import { closedFunctions } from '../doors/server-doors.ts';
import { everyTable } from '../every-table.ts';
import { type Catalogue, readCatalogue } from './catalogue.ts';
import { type CatalogueLines, linesOf } from './catalogue-lines.ts';
import { byHand } from './declared-by-hand.ts';
import { inProbe } from './probe.ts';

/** What a table's declaration speaks of. */
function tablesOnly(c: Catalogue): Catalogue {
  const mine = ({ schema }: { schema: string }) => schema === 'public';
  return {
    ...c,
    relations: c.relations.filter(mine),
    policies: c.policies.filter(mine),
    keys: c.keys.filter(mine),
    columns: c.columns.filter(mine),
    grants: c.grants.filter(({ kind, object }) => ['table', 'column'].includes(kind) && object.startsWith('public.')),
    functions: [],
    roles: [],
    triggers: [],
    rewrites: [],
  };
}

/**
 * What Postgres should hold: the tables are made from their declarations alone, beside those that the migrations
 * made, and undone again. What is no table is declared by hand.
 */
export async function readDeclared(sql: Sql): Promise<CatalogueLines> {
  const statements = await declaredSql(await everyTable());
  const made = await inProbe(sql, async (probe) => {
    await probe.script('alter schema public rename to set_aside; create schema public authorization ss_owner');
    await probe.script(`set local role ss_owner; ${statements.join('\n')} reset role`);
    return linesOf(tablesOnly(await readCatalogue(probe.reader, closedFunctions)));
  });
  const kinds = Object.keys(byHand) as (keyof CatalogueLines)[];
  return Object.fromEntries(kinds.map((kind) => [kind, [...made[kind], ...byHand[kind]]])) as unknown as CatalogueLines;
}

/** What Postgres has and nobody declared, and the other way round. */
export function differences(found: CatalogueLines, declared: CatalogueLines): string[] {
  const kinds = Object.keys(declared) as (keyof CatalogueLines)[];
  return kinds.flatMap((kind) => {
    const wanted = new Set(declared[kind]);
    const there = new Set(found[kind]);
    return [
      ...found[kind].filter((line) => !wanted.has(line)).map((line) => `not declared, ${kind}: ${line}`),
      ...declared[kind].filter((line) => !there.has(line)).map((line) => `missing, ${kind}: ${line}`),
    ];
  });
}
