import { loadMutant } from '@studyspot/db/testing/load-mutant';
import { afterAll, expect, test } from 'vitest';
import { openStage, product, type Roots } from '../testing/stage.ts';
import { type Check, type CodeMutant, codeMutants } from './code-mutants.ts';
import { examples } from './examples.ts';
import { isolationFaults } from './isolation.ts';
import { matrixResult } from './role-matrix.ts';
import { play } from './scenarios.ts';
import { adminCasts, ownerCasts, prepare } from './sides.ts';

const caught: string[] = [];
afterAll(() => console.log(`figures: code mutants: ${caught.length} of ${codeMutants.length} caught`));

async function withMistake({ edits }: CodeMutant): Promise<Roots> {
  const load = loadMutant(
    new URL('../', import.meta.url),
    edits.map(([file, from, to]) => ({ file, from, to })),
  );
  return await load<Roots>('root.ts');
}

async function faultsOf(check: Check, roots: Roots): Promise<string[]> {
  if (check.proof === 'scenario') return await play(check.play, roots);
  const { portal, path } = check;
  if (check.proof === 'role matrix') {
    const only = (p: string, q: string) => p === portal && q === path;
    return (await matrixResult(roots, only, [check.state])).faults;
  }
  const stage = await openStage();
  try {
    await prepare(stage);
    const [cast] = await (portal === 'owner' ? ownerCasts : adminCasts)(stage);
    const example = examples[portal].get(path);
    if (!cast || !example) throw new Error(`${path} has no example`);
    return await isolationFaults(stage, roots, cast, path, example);
  } finally {
    await stage.close();
  }
}

const sameChecks = new Map(codeMutants.map(({ check }) => [JSON.stringify(check), check]));

test.each([...sameChecks])('without a mistake nothing is found: %s', async (_, check) => {
  expect(await faultsOf(check, product)).toEqual([]);
});

test.each(codeMutants.map((mutant) => [mutant.name, mutant] as const))('%s', async (name, mutant) => {
  // A copy that cannot even be built is caught by the rule that refused it.
  const faults = await withMistake(mutant)
    .then((roots) => faultsOf(mutant.check, roots))
    .catch((error: unknown) => {
      if (error instanceof Error && error.message.startsWith('an output must name all')) return [error.message];
      throw error;
    });
  expect(faults).not.toEqual([]);
  caught.push(name);
});
