import { is } from 'drizzle-orm';
import { getTableConfig, IndexedColumn, PgColumn, PgDialect } from 'drizzle-orm/pg-core';
import { type Declared, declaredTables } from '../schema/declaration.ts';
import { columnsOf, sampleRow } from '../testing/samples.ts';
import { A, B, P } from './people.ts';
import { type Behaviour, must, type Probe, type Role } from './probe.ts';
import * as scene from './table-scene.ts';
import { accessOf, denied, fresh, insertOf, mayAdd, memberLogins } from './table-scene.ts';

// What a row may hang on, what must be unique, what the platform sees, and which way Postgres goes to it.

async function hangs(probe: Probe, table: Declared): Promise<void> {
  const adders = ([...memberLogins, 'ss_owner'] as const).filter((role) => mayAdd(accessOf(table, role)));
  for (const key of getTableConfig(table.table).foreignKeys) {
    const { columns, foreignColumns, foreignTable } = key.reference();
    const target = [...declaredTables.values()].find((one) => one.table === foreignTable);
    if (target?.wall !== 'tenant_id') continue;
    const theirs = sampleRow(target, fresh, B);
    const onto = Object.fromEntries(
      columns.map((column, index) => [column.name, theirs[foreignColumns[index]?.name ?? '']] as const),
    );
    const { tenant_id: _, ...foreign } = onto;
    for (const role of adders) {
      const text = insertOf(table, role, fresh, A, (row) => ({ ...row, ...foreign }));
      await probe.allowed(role, A, insertOf(table, role, fresh, A), 1, `hangs ${table.name} on its own ${target.name}`);
      await probe.refused(role, A, text, ['23503'], `hangs ${table.name} on another tenant's ${target.name}`);
    }
  }
}

/** The same row, its own id included, may stand in two tenants; what must be unique stands in each only once. */
async function unique(probe: Probe, table: Declared): Promise<void> {
  const { name } = table;
  const second = ['id', 'key'].find((column) => columnsOf(table).has(column)) ?? '';
  const same = sampleRow(table, fresh, A)[second];
  const { uniqueConstraints, indexes } = getTableConfig(table.table);
  const further = uniqueConstraints.length + indexes.filter(({ config }) => config.unique).length;
  await probe.scene(async () => {
    for (const tenant of [A, B]) {
      const text = insertOf(table, 'ss_owner', fresh, tenant, (row) => (same ? { ...row, [second]: same } : row));
      const added = await probe.as('ss_owner', tenant, text);
      must(added.ok, `${name}: one tenant's key is taken for another's (${added.ok ? '' : added.code})`);
      if (same) await probe.refused('ss_owner', tenant, text, ['23505'], `${name} takes its own ${second} twice`);
      const again = insertOf(table, 'ss_owner', fresh, tenant, ({ [second]: _, ...row }) => row);
      if (further > 0 && second === 'id')
        await probe.refused('ss_owner', tenant, again, ['23505'], `${name} takes what must be unique twice`);
    }
  });
}

async function platform(probe: Probe, table: Declared): Promise<void> {
  const { name, wall } = table;
  const access = accessOf(table, 'ss_platform');
  if (!('ss_platform' in table.logins)) return;
  const foreign = await probe.as('ss_platform', P, `select 1 from ${name} where ${wall} <> '${P}'`);
  const [count] = await probe.owner(`select count(*)::int as n from ${name} where ${wall} <> '${P}'`);
  const wanted = access.reads === 'all' ? count?.['n'] : 0;
  must(
    foreign.ok && foreign.count === wanted,
    `the platform reads other tenants' ${name} in place of ${String(wanted)}`,
  );
  // The platform makes and changes tenants; of all else it writes under the claim of whose it is.
  if (wall === 'id') return;
  if (mayAdd(access)) {
    const text = insertOf(table, 'ss_platform', fresh, B);
    await probe.refused('ss_platform', P, text, denied, `the platform adds to ${name} as a tenant`);
  }
  if (access.changes.length > 0) {
    const set = access.changes.map((column) => `${column} = ${column}`).join(', ');
    const changed = await probe.as('ss_platform', P, `update ${name} set ${set} where ${wall} <> '${P}'`);
    must(changed.ok && changed.count === 0, `the platform changes foreign ${name}`);
  }
}

// The tables are tiny: without these the planner would read and sort them whole, index or not.
const byIndex = ['seqscan', 'bitmapscan', 'sort', 'incremental_sort']
  .map((way) => `set local enable_${way} = off`)
  .join('; ');

const dialect = new PgDialect();
const sorts = /(^|->)\s*(Incremental )?Sort\s+\(/m;

async function planOf(probe: Probe, role: Role, text: string): Promise<string> {
  const plan = await probe.as(role, A, `explain ${text}`);
  return plan.ok ? plan.rows.map((row) => String(row['QUERY PLAN'])).join('\n') : plan.code;
}

async function paths(probe: Probe, table: Declared): Promise<void> {
  const { name, wall, logins } = table;
  await probe.script(byIndex);
  for (const role of memberLogins.filter((login) => login in logins)) {
    if (accessOf(table, role).reads === 'own and for everyone') continue;
    const plan = await planOf(probe, role, `select * from ${name}`);
    must(
      plan.includes(`Index Cond: ((${wall} `) || plan.includes(`Index Cond: (${wall} `),
      `${role} reads all of ${name} for one tenant:\n${plan}`,
    );
  }
  for (const { config } of getTableConfig(table.table).indexes) {
    const columns = config.columns.filter((column) => is(column, IndexedColumn) || is(column, PgColumn));
    const [first, ...rest] = columns.map((column) => column.name ?? '');
    if (first !== 'tenant_id' || rest.at(-1) !== 'id' || !('ss_tenant' in logins)) continue;
    // Of a part of the rows: whoever lists them asks for that part.
    const part = config.where ? ` where ${dialect.sqlToQuery(config.where).sql}` : '';
    const plan = await planOf(probe, 'ss_tenant', `select * from ${name}${part} order by ${rest.join(', ')} limit 20`);
    must(plan.includes('Index') && !sorts.test(plan), `${name} by ${rest.join(', ')} is sorted:\n${plan}`);
  }
}

/** A plan that was made under one claim and kept answers the next one. */
async function keptPlan(probe: Probe, { name, wall, logins }: Declared): Promise<void> {
  await probe.script('set local plan_cache_mode = force_generic_plan');
  for (const role of memberLogins.filter((login) => login in logins)) {
    await probe.as(role, A, `prepare of_a_claim as select ${wall} from ${name}`);
    try {
      for (const claim of [A, B]) {
        const answer = await probe.as(role, claim, 'execute of_a_claim');
        const seen = answer.ok ? answer.rows.map((row) => row[wall ?? '']) : [];
        const strangers = seen.filter((tenant) => tenant !== claim && tenant !== P);
        must(strangers.length === 0, `${role} reads ${name} by the plan of another claim`);
        must(seen.includes(claim), `control: ${role} reads its own ${name} by a kept plan`);
      }
    } finally {
      await probe.script('deallocate of_a_claim');
    }
  }
}

const all = {
  'a row never hangs on another tenant': hangs,
  'the same row may stand in two tenants': unique,
  'the platform reads what is declared and writes under its claim alone': platform,
  'one tenant is reached along an index': paths,
  'a kept plan follows the claim': keptPlan,
};

export const keyBehaviours = (table: Declared): Behaviour[] =>
  Object.entries(all)
    .filter(([, holds]) => table.wall === 'tenant_id' || (table.wall === 'id' && holds !== unique && holds !== hangs))
    .map(([name, holds]) => ({
      name: `${table.name}: ${name}`,
      async holds(probe) {
        await scene.lay(probe, table);
        await holds(probe, table);
      },
    }));
