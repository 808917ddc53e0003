import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { publicProcedure } from './public.ts';
import { openPlaces, writeOutput } from './schema.ts';

test('columns that are not declared never leave', () => {
  const output = z.object({ id: z.string(), inner: z.array(z.object({ name: z.string() })) });
  const row = { id: '1', passwordHash: 'x', inner: [{ name: 'a', secret: 'y' }] };
  expect(writeOutput(output, row)).toEqual({ id: '1', inner: [{ name: 'a' }] });
  expect(() => writeOutput(output, { id: 1 })).toThrow('id (invalid_type), inner (invalid_type)');
});

test.each([
  ['any', z.object({ a: z.any() })],
  ['unknown', z.object({ a: z.array(z.unknown()) })],
  ['loose object', z.looseObject({ a: z.string() })],
  ['catchall', z.object({ a: z.nullable(z.catchall(z.object({}), z.string())) })],
  ['record of anything', z.record(z.string(), z.any())],
  [
    'behind a pipe',
    z.pipe(
      z.object({ a: z.unknown() }),
      z.transform((value) => value),
    ),
  ],
  ['behind lazy', z.lazy(() => z.object({ a: z.any() }))],
])('an output open by %s cannot be declared', (_name, output) => {
  expect(openPlaces(output)).not.toEqual([]);
  const declare = () =>
    publicProcedure
      .input(z.optional(z.object({})))
      .output(output)
      .reads(async () => ({}) as never);
  expect(declare).toThrow('must name all that leaves');
});

test('closed outputs pass, recursive ones too', () => {
  const tree: z.ZodMiniType = z.lazy(() => z.object({ name: z.string(), children: z.array(tree) }));
  expect(openPlaces(tree)).toEqual([]);
  expect(openPlaces(z.strictObject({ a: z.nullable(z.iso.datetime()), b: z.union([z.string(), z.int()]) }))).toEqual(
    [],
  );
  expect(openPlaces(z.record(z.string(), z.json()))).toEqual([]);
});
