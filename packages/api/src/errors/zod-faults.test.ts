import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { readInput, type Schema } from '../procedures/schema.ts';
import { isAppError } from './app-error.ts';
import type { Code } from './codes.ts';

function faultOf(schema: Schema, value: unknown) {
  try {
    readInput(schema, value);
  } catch (error) {
    if (isAppError(error)) return { code: error.code, fields: error.fields };
    throw error;
  }
  throw new Error('passed');
}

const text = z.string().check(z.minLength(3), z.maxLength(5));
const cases: [name: string, schema: Schema, value: unknown, code: Code, field: object][] = [
  ['missing', z.object({ a: text }), {}, 'required_field_missing', { path: 'a', message: 'required' }],
  ['null', z.object({ a: text }), { a: null }, 'required_field_missing', { path: 'a', message: 'required' }],
  ['empty', z.object({ a: text }), { a: '' }, 'required_field_missing', { path: 'a', message: 'required' }],
  [
    'too short',
    z.object({ a: text }),
    { a: 'ab' },
    'validation',
    { path: 'a', message: 'tooShort', values: { minimum: 3 } },
  ],
  [
    'too long',
    z.object({ a: text }),
    { a: 'abcdef' },
    'validation',
    { path: 'a', message: 'tooLong', values: { maximum: 5 } },
  ],
  ['bad mail', z.object({ a: z.email() }), { a: 'x' }, 'invalid_format', { path: 'a', message: 'email' }],
  ['bad phone', z.object({ a: z.e164() }), { a: 'x' }, 'invalid_format', { path: 'a', message: 'phone' }],
  ['bad id', z.object({ a: z.uuid() }), { a: 'x' }, 'invalid_format', { path: 'a', message: 'uuid' }],
  ['not a number', z.object({ a: z.number() }), { a: 'x' }, 'invalid_format', { path: 'a', message: 'number' }],
  ['not whole', z.object({ a: z.int() }), { a: 1.5 }, 'invalid_format', { path: 'a', message: 'whole' }],
  ['past safe integers', z.object({ a: z.int() }), { a: 2 ** 60 }, 'validation', { path: 'a', message: 'numberRange' }],
  [
    'too small',
    z.object({ a: z.number().check(z.gte(4)) }),
    { a: 1 },
    'validation',
    { message: 'tooSmall', values: { minimum: 4 } },
  ],
  [
    'too many',
    z.object({ a: z.array(text).check(z.maxLength(0)) }),
    { a: ['abc'] },
    'validation',
    { message: 'tooMany' },
  ],
  ['not a choice', z.object({ a: z.enum(['x', 'y']) }), { a: 'z' }, 'validation', { path: 'a', message: 'choice' }],
  [
    'nested',
    z.object({ a: z.array(z.object({ b: text })) }),
    { a: [{ b: 4 }] },
    'invalid_format',
    { path: 'a.0.b', message: 'format' },
  ],
  [
    'key of ours',
    z.string().check(z.refine(() => false, { error: 'pincode' })),
    'x',
    'validation',
    { message: 'pincode' },
  ],
  [
    'key not ours',
    z.string().check(z.refine(() => false, { error: 'toString' })),
    'x',
    'validation',
    { message: 'invalid' },
  ],
];

test.each(cases)('%s', (_name, schema, value, code, field) => {
  expect(faultOf(schema, value)).toMatchObject({ code, fields: [field] });
});

test('one fault per field, and mixed kinds are plain validation', () => {
  const schema = z.object({ a: text, b: z.email() });
  const { code, fields } = faultOf(schema, { b: '', a: 5 });
  expect(code).toBe('validation');
  expect(fields.map(({ path }) => path)).toEqual(['a', 'b']);
});
