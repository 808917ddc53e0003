import type { openDatabase } from '../tenancy/database.ts';
import { withTestDatabase } from '../testing/database.ts';
import { type Edit, loadMutant } from '../testing/load-mutant.ts';
import { makeWorld } from '../testing/world.ts';
import { cancelScenarios } from './cancel-scenarios.ts';
import { changeScenarios } from './change-scenarios.ts';
import { makeLab, type Scenario } from './handle-lab.ts';
import { handleMutants } from './handle-mutants.ts';
import { scenarios } from './handle-scenarios.ts';
import { slotScenarios } from './slot-scenarios.ts';

/** What one try told, as a line of the child's output. */
export interface Verdict {
  name: string;
  /** What the scenario complained of; null where nothing was noticed. */
  fault: string | null;
}

const all: Record<string, Scenario> = { ...scenarios, ...changeScenarios, ...cancelScenarios, ...slotScenarios };

/** The first fault that those scenarios find in the sources with these edits. */
async function faultWith(edits: readonly Edit[], names: readonly string[]): Promise<string | null> {
  const load = loadMutant(new URL('../', import.meta.url), edits);
  const { openDatabase: open } = await load<{ openDatabase: typeof openDatabase }>('tenancy/database.ts');
  // A copy of the sources has tables of its own.
  await (await load<{ everyTable: () => Promise<unknown> }>('every-table.ts')).everyTable();
  const test = await withTestDatabase();
  const world = await makeWorld(test);
  try {
    for (const name of names) {
      const lab = makeLab(open, test, world);
      const fault = await all[name]?.(lab).then(
        () => null,
        (error: unknown) => `${name}: ${error instanceof Error ? error.message : String(error)}`,
      );
      await lab.close().catch((error: unknown) => {
        // What was caught may have left open what cannot be closed.
        if (!fault) throw error;
      });
      if (fault) return fault;
    }
    return null;
  } finally {
    await test.drop();
  }
}

const tell = (verdict: Verdict) => console.log(JSON.stringify(verdict));
process.on('unhandledRejection', (error) => console.error('nobody waited for', error));

// `2 4` is the third of four shares of the mutants; without a share, the sources as they are.
const [share, of] = process.argv.slice(2).map(Number);
if (share === undefined || of === undefined) tell({ name: '', fault: await faultWith([], Object.keys(all)) });
else
  for (const [index, { name, edits, caughtBy }] of handleMutants.entries())
    if (index % of === share) tell({ name, fault: await faultWith(edits, [caughtBy]) });
process.exit(0);
