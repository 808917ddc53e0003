import type { Sql } from 'postgres';
import { uuidAt } from '../uuid-at.ts';

const yearsAhead = 2;

/**
 * The trail's leaves, made ahead with every migration: this year's and two more. A deployment each year suffices; what
 * comes without one is kept in the leaf of the rest.
 */
export async function addLeaves(sql: Sql, today: Date, log: (line: string) => void): Promise<void> {
  const first = today.getUTCFullYear();
  for (let year = first; year <= first + yearsAhead; year++) {
    const [found] = await sql<{ there: boolean }[]>`
      select exists (select from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where c.relname = ${`domain_events_${year}`}) as there`;
    if (!found?.there) await addLeaf(sql, year, log);
  }
}

async function addLeaf(sql: Sql, year: number, log: (line: string) => void): Promise<void> {
  const leaf = `domain_events_${year}`;
  const [from, to] = [uuidAt(Date.UTC(year, 0)), uuidAt(Date.UTC(year + 1, 0))];
  try {
    // Leaves inherit neither row security nor its force. Calls that write wait for this: not for long.
    await sql.begin(async (tx) => {
      await tx
        .unsafe(`set local role ss_owner; set local lock_timeout = '5s';
          create table ${leaf} partition of domain_events for values from ('${from}') to ('${to}');
          alter table ${leaf} enable row level security; alter table ${leaf} force row level security`)
        .simple();
    });
    log(`added the leaf ${leaf}`);
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === '23514';
    if (!taken) throw error;
    log(`the leaf ${leaf} cannot be added: domain_events_other already holds events of that year`);
  }
}
