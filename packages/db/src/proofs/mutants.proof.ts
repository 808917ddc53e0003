import type { Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closedFunctions } from '../doors/server-doors.ts';
import { migrate } from '../migrate.ts';
import type { PostgresServer } from '../postgres-server.ts';
import { rawConnection } from '../raw-connection.ts';
import { startTestCluster } from '../testing/cluster.ts';
import { edited } from '../testing/load-mutant.ts';
import { behavioursFrom, type Group } from './behaviour.ts';
import { readCatalogue } from './catalogue.ts';
import { type CatalogueLines, linesOf } from './catalogue-lines.ts';
import { differences, readDeclared } from './declared.ts';
import { type Mutant, mutants } from './mutants.sql.ts';
import { makePeople } from './people.ts';
import { brokenBehaviours, inProbe, type Probe } from './probe.ts';
import { brokenRules } from './rules.ts';

// A cluster of its own: some mutants change roles, which all databases of a cluster share.
let cluster: PostgresServer;
let sql: Sql;
let declared: CatalogueLines;

beforeAll(async () => {
  cluster = await startTestCluster();
  await migrate({ url: cluster.url, secret: 'proofs', log: () => undefined });
  sql = rawConnection(cluster.url);
  await makePeople(sql);
  declared = await readDeclared(sql);
});
afterAll(async () => {
  await sql.end();
  await cluster.stop();
});

async function apply(probe: Probe, mutant: Mutant): Promise<void> {
  if ('sql' in mutant) return probe.script(mutant.sql);
  const [found] = await probe.owner(`select pg_get_functiondef('${mutant.edit}'::regproc) as text`);
  await probe.script(edited(String(found?.['text']), { file: mutant.edit, from: mutant.from, to: mutant.to }));
}

const broken = async (probe: Probe) => {
  const catalogue = await readCatalogue(probe.reader, closedFunctions);
  return {
    rules: brokenRules(catalogue).map((line) => `rule: ${line}`),
    list: () => differences(linesOf(catalogue), declared).map((line) => `list: ${line}`),
    behaviours: async (group: Group, text: string, most?: number) =>
      (await brokenBehaviours(probe, behavioursFrom(group, text), most)).map((line) => `behaviour: ${line}`),
  };
};

const unbroken = () =>
  inProbe(sql, async (probe) => {
    const { rules, list, behaviours } = await broken(probe);
    return [...rules, ...list(), ...(await behaviours('tables', ''))];
  });

/** By what the mutant is caught first, or null; where it says by what, by that alone. */
const catcher = (mutant: Mutant, group: Group) =>
  inProbe(sql, async (probe) => {
    await apply(probe, mutant);
    const text = 'sql' in mutant ? mutant.sql : '';
    const { rules, list, behaviours } = await broken(probe);
    const { by } = mutant;
    if (by === undefined) return rules[0] ?? (await behaviours(group, text, 1))[0] ?? null;
    if (by.startsWith('behaviour')) return (await behaviours(group, text)).find((line) => line.startsWith(by)) ?? null;
    return [...rules, ...list()].find((line) => line.startsWith(by)) ?? null;
  });

test('without a mistake all of it holds', async () => {
  expect(await unbroken()).toEqual([]);
});

test.each(mutants)(
  '%s: every mutant is caught by a behaviour or a rule, and nothing is left of it',
  async (group, list) => {
    const missed: string[] = [];
    for (const mutant of list) {
      const by = await catcher(mutant, group);
      if (by === null) missed.push(mutant.name);
      else process.stdout.write(`${mutant.name} · ${by.replaceAll('\n', ' ').slice(0, 160)}\n`);
    }
    process.stdout.write(`figures: mutants of ${group}: ${list.length - missed.length} of ${list.length} caught\n`);
    expect(missed).toEqual([]);
    expect(await unbroken()).toEqual([]);
  },
  180_000,
);
