import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { readInput, type Schema } from '../procedures/schema.ts';
import { isAppError } from './app-error.ts';

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
const cases: [name: string, schema: Schema, value: unknown, code: number, field: object][] = [
  ['missing', z.object({ a: text }), {}, 2002, { path: 'a', message: 'required' }],
  ['null', z.object({ a: text }), { a: null }, 2002, { path: 'a', message: 'required' }],
  ['empty', z.object({ a: text }), { a: '' }, 2002, { path: 'a', message: 'required' }],
  ['too short', z.object({ a: text }), { a: 'ab' }, 2001, { path: 'a', message: 'tooShort', values: { minimum: 3 } }],
  ['too long', z.object({ a: text }), { a: 'abcdef' }, 2001, { path: 'a', message: 'tooLong', values: { maximum: 5 } }],
  ['bad mail', z.object({ a: z.email() }), { a: 'x' }, 2003, { path: 'a', message: 'email' }],
  ['bad phone', z.object({ a: z.e164() }), { a: 'x' }, 2003, { path: 'a', message: 'phone' }],
  ['bad id', z.object({ a: z.uuid() }), { a: 'x' }, 2003, { path: 'a', message: 'uuid' }],
  ['not a number', z.object({ a: z.number() }), { a: 'x' }, 2003, { path: 'a', message: 'number' }],
  ['not whole', z.object({ a: z.int() }), { a: 1.5 }, 2003, { path: 'a', message: 'whole' }],
  ['past safe integers', z.object({ a: z.int() }), { a: 2 ** 60 }, 2001, { path: 'a', message: 'numberRange' }],
  [
    'too small',
    z.object({ a: z.number().check(z.gte(4)) }),
    { a: 1 },
    2001,
    { message: 'tooSmall', values: { minimum: 4 } },
  ],
  ['too many', z.object({ a: z.array(text).check(z.maxLength(0)) }), { a: ['abc'] }, 2001, { message: 'tooMany' }],
  ['not a choice', z.object({ a: z.enum(['x', 'y']) }), { a: 'z' }, 2001, { path: 'a', message: 'choice' }],
  [
    'nested',
    z.object({ a: z.array(z.object({ b: text })) }),
    { a: [{ b: 4 }] },
    2003,
    { path: 'a.0.b', message: 'format' },
  ],
  ['key of ours', z.string().check(z.refine(() => false, { error: 'pincode' })), 'x', 2001, { message: 'pincode' }],
  ['key not ours', z.string().check(z.refine(() => false, { error: 'toString' })), 'x', 2001, { message: 'invalid' }],
];

test.each(cases)('%s', (_name, schema, value, code, field) => {
  expect(faultOf(schema, value)).toMatchObject({ code, fields: [field] });
});

test('one fault per field, and mixed kinds are plain validation', () => {
  const schema = z.object({ a: text, b: z.email() });
  const { code, fields } = faultOf(schema, { b: '', a: 5 });
  expect(code).toBe(2001);
  expect(fields.map(({ path }) => path)).toEqual(['a', 'b']);
});
