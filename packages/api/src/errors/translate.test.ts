import { BadValue, Conflict, Refused, Unavailable } from '@studyspot/db/tenancy/faults';
import { TRPCError } from '@trpc/server';
import { expect, test } from 'vitest';
import { AppError } from './app-error.ts';
import { translate } from './translate.ts';

test.each([
  [new Refused('S1001'), 1001],
  [new Refused('S1003'), 1003],
  [new Refused('S1004'), 1004],
  [new Refused('S1006'), 1006],
  [new Refused('S4002'), 4002],
  [new Refused('S4004'), 4004],
  [new Conflict('unique', 'some_key'), 2004],
  [new Conflict('exclusion', 'some_excl'), 3002],
  [new Conflict('foreign', 'some_fkey'), 3001],
  [new Conflict('check', 'some_check'), 2001],
  [new Conflict('notNull', 'some_column'), 2002],
  [new Unavailable('queue', 'none'), 6003],
  [new Unavailable('connection', 'unknown'), 6001],
  [new BadValue('22P02'), 2003],
  [Object.assign(new Error('busy'), { name: 'PasswordsBusy' }), 6003],
  [Object.assign(new Error('away'), { name: 'MailFailed' }), 5003],
  [new Error('anything'), 6002],
  ['a string', 6002],
  [new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: new AppError(4003) }), 4003],
  [new TRPCError({ code: 'NOT_FOUND' }), 3001],
])('%s becomes %i', (error, code) => {
  expect(translate(error).code).toBe(code);
});

test('a copy of the class from another bundle is still known', () => {
  const copy = Object.assign(new Error('refused'), { name: 'Refused', code: 'S4004' });
  expect(translate(copy).code).toBe(4004);
});

test('a known constraint speaks about its field', () => {
  expect(translate(new Conflict('unique', 'libraries_tenant_id_code_key')).fields).toEqual([
    { path: 'code', message: 'taken' },
  ]);
});
