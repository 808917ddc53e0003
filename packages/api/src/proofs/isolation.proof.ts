import { afterAll, describe, expect, test } from 'vitest';
import type { Domain } from '../domains/domain.ts';
import * as order from '../domains/order.ts';
import type { PortalName } from '../request.ts';
import { openStage, product, type Stage } from '../testing/stage.ts';
import { examples } from './examples.ts';
import { isolationFaults, takesIds } from './isolation.ts';
import { adminCasts, type Cast, ownerCasts, prepare } from './sides.ts';

interface Figures {
  procedures: number;
  directions: number;
  withIds: number;
}
const figures: Figures = { procedures: 0, directions: 0, withIds: 0 };
afterAll(() => {
  const { procedures, directions, withIds } = figures;
  console.log(
    `figures: isolation: ${procedures} procedures, ${directions} directions, each with its positive control; ${withIds} with foreign ids; 0 leaks`,
  );
});

const castsOf: Record<PortalName, (stage: Stage) => Promise<Cast[]>> = { owner: ownerCasts, admin: adminCasts };
const eventsOf = ({ events = {} }: Domain) =>
  Object.entries(events).flatMap(([kind, names]) => names.map((name) => `${kind}.${name}`));
const events = new Set(Object.values<Domain>(order).flatMap(eventsOf));
const roots = { owner: product.ownerRouter, admin: product.adminRouter };

for (const portal of ['owner', 'admin'] as const) {
  const paths = Object.keys(roots[portal]._def.procedures);

  describe(`${portal} portal`, () => {
    test('every procedure has an example and every example a procedure', () => {
      expect([...examples[portal].keys()].sort()).toEqual([...paths].sort());
    });

    async function prove(path: string, stage: Stage, casts: Cast[]): Promise<void> {
      const example = examples[portal].get(path);
      if (!example) throw new Error(`${path} has no example`);
      for (const cast of casts) {
        expect(await isolationFaults(stage, product, cast, path, example)).toEqual([]);
        figures.directions += 1;
        if (takesIds(example, cast)) figures.withIds += 1;
      }
      figures.procedures += 1;
    }

    test('reads', async () => {
      await onStage(async (stage, casts) => {
        for (const path of paths.filter(isRead)) await prove(path, stage, casts);
      });
    });

    // A stage of its own for each, since the positive control changes it.
    test.each(paths.filter((path) => !isRead(path)))('%s', async (path) => {
      await onStage(async (stage, casts) => {
        await prove(path, stage, casts);
        const told = await stage.database.sql<{ name: string }[]>`select distinct name from domain_events`;
        expect(told.map(({ name }) => name).filter((name) => !events.has(name))).toEqual([]);
      });
    });

    function isRead(path: string): boolean {
      return Object.entries(roots[portal]._def.procedures).some(
        ([name, { _def }]) => name === path && _def.type === 'query',
      );
    }

    async function onStage(run: (stage: Stage, casts: Cast[]) => Promise<void>): Promise<void> {
      const stage = await openStage();
      try {
        await prepare(stage);
        await run(stage, await castsOf[portal](stage));
      } finally {
        await stage.close();
      }
    }
  });
}
