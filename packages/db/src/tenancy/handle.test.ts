import { afterAll, afterEach, beforeAll, describe, it } from 'vitest';
import { changeScenarios } from '../proofs/change-scenarios.ts';
import { type Lab, makeLab, type Scenario } from '../proofs/handle-lab.ts';
import { scenarios } from '../proofs/handle-scenarios.ts';
import { type TestDatabase, withTestDatabase } from '../testing/database.ts';
import { makeWorld } from '../testing/world.ts';
import { openDatabase } from './database.ts';

const all: Record<string, Scenario> = { ...scenarios, ...changeScenarios };

describe('a handle', () => {
  let test: TestDatabase;
  let lab: Lab;
  beforeAll(async () => {
    test = await withTestDatabase();
    lab = makeLab(openDatabase, test, await makeWorld(test));
  });
  afterEach(() => lab.close());
  afterAll(() => test.drop());

  for (const [name, run] of Object.entries(all)) it(name, () => run(lab));
});
