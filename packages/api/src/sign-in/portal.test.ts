import { afterAll, beforeAll, describe, test } from 'vitest';
import { doorScenarios } from './testing/scenarios-doors.ts';
import { endingScenarios } from './testing/scenarios-ends.ts';
import { floodScenarios } from './testing/scenarios-floods.ts';
import { rotationScenarios } from './testing/scenarios-rotation.ts';
import { openStage, type Scenario, type Stage } from './testing/stage.ts';

function each(scenarios: readonly Scenario[]): void {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());
  for (const scenario of scenarios) {
    test(scenario.name, async () => {
      try {
        await scenario.run(stage);
      } finally {
        await stage.closePortals();
      }
    });
  }
}

describe('rotation', () => each(rotationScenarios));
describe('doors', () => each(doorScenarios));
describe('floods', () => each(floodScenarios));
// Each of these changes who may do what: a world of its own.
describe.each(endingScenarios)('$name', (scenario) => each([scenario]));
