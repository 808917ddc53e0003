import { sql } from '@studyspot/db/query';
import { afterAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { WorkExample } from '../testing/example.ts';
import { found } from '../work/found.ts';
import { job, outsideJob } from '../work/say.ts';
import type { Said } from '../work/worker.ts';
import { workExamples } from './examples.ts';
import { workFaults } from './work.ts';

// All that the worker does: twice, ended at each of its words, and in another tenant. Each is found by itself.

let proven = 0;
afterAll(() => console.log(`figures: work: ${proven} kinds, each twice, ended at each word, and in another tenant`));

test('every kind has an example and every example a kind', () => {
  expect([...workExamples.keys()].sort()).toEqual(Object.keys(found).sort());
});

test.each(Object.entries(found))('%s', async (kind, said) => {
  const example = workExamples.get(kind);
  if (!example) throw new Error(`${kind} has no example`);
  expect(await workFaults(kind, said, example)).toEqual([]);
  proven += 1;
});

const nothing = (): WorkExample => ({ payload: {} });
const tell = (name: string) =>
  sql`insert into domain_events (name, subject_kind, subject_id) values (${name}, 'x', 'y')`;

const mistaken: Readonly<Record<string, Said>> = {
  'what is prepared is done each time': outsideJob({
    payload: z.object({}),
    prepare: async ({ db }) => {
      await db.run(tell('proof.prepared'));
      return {};
    },
    call: async () => undefined,
    record: async ({ db }) => db.run(tell('proof.recorded')),
  }),
  'it goes on by itself and never ends': {
    ...job({ payload: z.object({}), run: async () => undefined }),
    perform: (step) => step(async ({ db }) => db.run(tell('proof.done')), 'goes on'),
  },
};

test.each(Object.entries(mistaken))('mutant: %s is found', async (_, said) => {
  expect(await workFaults('jobProof', said, nothing)).not.toEqual([]);
});

test('control: the same without a mistake', async () => {
  const said = job({ payload: z.object({}), run: async ({ db }) => db.run(tell('proof.done')) });
  expect(await workFaults('jobProof', said, nothing)).toEqual([]);
});
