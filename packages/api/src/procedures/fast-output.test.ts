import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { id, instant, optionalInstant } from '../fields.ts';
import { unfit, writerOf } from './fast-output.ts';

const row = z.object({
  id,
  name: z.string(),
  count: z.int(),
  ratio: z.number(),
  active: z.boolean(),
  status: z.enum(['active', 'inactive']),
  phone: z.nullable(z.string()),
  tags: z.array(z.string()),
  at: instant,
  ended: optionalInstant,
});

const good = {
  id: '0b4b2c2e-7a3e-4a3e-9a3e-7a3e4a3e9a3e',
  name: 'Gyan Library',
  count: 3,
  ratio: 0.5,
  active: true,
  status: 'active',
  phone: null,
  tags: ['wifi', 'ac'],
  at: new Date('2026-11-21T10:00:00Z'),
  ended: null,
};

const schemas: Record<string, z.core.$ZodType> = {
  row,
  page: z.object({ items: z.array(row), total: z.nullable(z.int()) }),
  optional: z.object({ a: z.optional(z.string()), b: z.nullable(z.optional(z.int())) }),
  defaulted: z.object({ a: z._default(z.string(), 'x') }),
  strict: z.strictObject({ a: z.string() }),
  checked: z.object({ a: z.string().check(z.maxLength(2), z.trim()), b: z.int().check(z.gte(1)) }),
  union: z.union([z.object({ a: z.string() }), z.object({ a: z.int(), b: z.string() })]),
  either: z.discriminatedUnion('a', [z.object({ a: z.literal('x') }), z.object({ a: z.literal('y'), b: z.string() })]),
  coerced: z.object({ a: z.coerce.number(), b: z.coerce.boolean() }),
  record: z.object({ a: z.record(z.string(), z.int()) }),
  mail: z.object({ a: z.email(), b: z.iso.datetime() }),
  rewritten: z.object({ a: z.string().check(z.trim(), z.toUpperCase()), id }),
  halfChecked: z.object({ a: z.string().check(z.toLowerCase(), z.minLength(2)), id }),
  undefinable: z.object({ a: z.undefined() }),
  refined: z.object({ a: z.array(z.string()).check(z.refine((all) => all.length < 2)) }),
};

const leaf = fc.oneof(
  fc.constantFrom('x', 'y', 'active', '', ' a ', '5', 'a@b.in', '2026-01-01T00:00:00Z', good.id, good.id.toUpperCase()),
  fc.constantFrom<unknown>(null, undefined, NaN, Infinity, -0, 2 ** 53, 1.5, true, new Date(0), new Date(NaN), [], {}),
  fc.integer(),
);
const names = fc.constantFrom(...Object.keys(good), 'a', 'b', 'items', 'total', '__proto__');
const anything = fc.oneof(leaf, fc.array(leaf, { maxLength: 3 }), fc.dictionary(names, leaf));
const close = fc.tuple(names, anything, fc.boolean()).map(([name, value, isDropped]) => {
  const { [name as keyof typeof good]: _, ...rest } = good;
  return isDropped ? rest : { ...good, [name]: value };
});
const values = fc.oneof(anything, close, fc.record({ items: fc.array(close, { maxLength: 3 }), total: leaf }));

test.each(Object.entries(schemas))('%s: what it writes is what the schema gives, never more', (_name, schema) => {
  const write = writerOf(schema);
  fc.assert(
    fc.property(values, (value) => {
      const written = write(value);
      if (written === unfit) return;
      const parsed = z.core.safeParse(schema, value);
      expect(parsed.success).toBe(true);
      expect(written).toStrictEqual(parsed.data);
    }),
    { numRuns: 1000 },
  );
});

test('a good row goes the fast way and drops what is not declared', () => {
  expect(writerOf(row)({ ...good, secret: 1 })).toEqual({ ...good, at: '2026-11-21T10:00:00.000Z' });
  expect(writerOf(row)({ ...good, id: 'x' })).toBe(unfit);
});
