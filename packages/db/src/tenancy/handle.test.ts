import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cancelScenarios } from '../proofs/cancel-scenarios.ts';
import { changeScenarios } from '../proofs/change-scenarios.ts';
import { type Lab, makeLab, type Scenario } from '../proofs/handle-lab.ts';
import { scenarios } from '../proofs/handle-scenarios.ts';
import { slotScenarios } from '../proofs/slot-scenarios.ts';
import { type TestDatabase, withTestDatabase } from '../testing/database.ts';
import { entryOf, makeWorld } from '../testing/world.ts';
import { openDatabase } from './database.ts';
import { runRead } from './run-verb.ts';
import { Slots } from './slots.ts';

const all: Record<string, Scenario> = { ...scenarios, ...changeScenarios, ...cancelScenarios, ...slotScenarios };

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

  it('leaves no claim to what comes next on its connection', async () => {
    const slots = new Slots(test.urls.tenant, 1);
    await runRead(slots, entryOf(lab.world.a.owner), { deadlineMs: 2000 }, async () => undefined);
    const slot = await slots.take({ lane: 'next', key: '' }, performance.now() + 2000);
    const alone = { sent: () => undefined, answered: () => undefined, failed: (error: unknown) => error };
    const rows = await slot.objects("select current_setting('app.tenant_id', true) as claim", [], alone);
    expect(rows[0]?.claim).toBe('');
    slots.giveBack(slot);
    await slots.close();
  });
});
