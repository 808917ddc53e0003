import { pathToFileURL } from 'node:url';
import type { openDatabase } from '../tenancy/database.ts';
import { withTestDatabase } from '../testing/database.ts';
import { makeWorld } from '../testing/world.ts';
import { cancelScenarios } from './cancel-scenarios.ts';
import { changeScenarios } from './change-scenarios.ts';
import { makeLab, type Scenario } from './handle-lab.ts';
import { scenarios } from './handle-scenarios.ts';
import { slotScenarios } from './slot-scenarios.ts';

// A process of its own per mutant: one that crashes or hangs must not take the proof along.
const [file = '', ...names] = process.argv.slice(2);
const all: Record<string, Scenario> = { ...scenarios, ...changeScenarios, ...cancelScenarios, ...slotScenarios };
const { openDatabase: open }: { openDatabase: typeof openDatabase } = await import(pathToFileURL(file).href);
const test = await withTestDatabase();
const world = await makeWorld(test);
// A copy of the sources has tables of its own.
const { everyTable }: { everyTable: () => Promise<unknown> } = await import(
  new URL('../every-table.ts', pathToFileURL(file)).href
);
await everyTable();
for (const name of names.length > 0 ? names : Object.keys(all)) {
  const lab = makeLab(open, test, world);
  try {
    await all[name]?.(lab);
  } catch (error) {
    console.log(`caught by "${name}": ${error instanceof Error ? error.message : String(error)}`);
    await test.drop();
    process.exit(3);
  }
  await lab.close();
}
await test.drop();
