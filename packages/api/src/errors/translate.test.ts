import { BadValue, Conflict, Refused, Unavailable } from '@studyspot/db/tenancy/faults';
import { TRPCError } from '@trpc/server';
import { expect, test } from 'vitest';
import { AppError } from './app-error.ts';
import { translate } from './translate.ts';

test.each([
  [new Refused('S1001'), 'unauthorized'],
  [new Refused('S1003'), 'token_expired'],
  [new Refused('S1004'), 'insufficient_permissions'],
  [new Refused('S1006'), 'account_inactive'],
  [new Refused('S4002'), 'subscription_expired'],
  [new Refused('S4004'), 'tenant_suspended'],
  [new Conflict('unique', 'some_key'), 'duplicate_entry'],
  [new Conflict('exclusion', 'some_excl'), 'already_exists'],
  [new Conflict('foreign', 'some_fkey'), 'not_found'],
  [new Conflict('check', 'some_check'), 'validation'],
  [new Conflict('notNull', 'some_column'), 'required_field_missing'],
  [new Unavailable('queue', 'none'), 'unavailable'],
  [new Unavailable('connection', 'unknown'), 'database'],
  [new BadValue('22P02'), 'invalid_format'],
  [Object.assign(new Error('busy'), { name: 'PasswordsBusy' }), 'unavailable'],
  [Object.assign(new Error('away'), { name: 'MailFailed' }), 'email'],
  [new Error('anything'), 'server'],
  ['a string', 'server'],
  [new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: new AppError('limit_exceeded') }), 'limit_exceeded'],
  [new TRPCError({ code: 'NOT_FOUND' }), 'not_found'],
])('%s becomes %s', (error, code) => {
  expect(translate(error).code).toBe(code);
});

test('a copy of the class from another bundle is still known', () => {
  const copy = Object.assign(new Error('refused'), { name: 'Refused', code: 'S4004' });
  expect(translate(copy).code).toBe('tenant_suspended');
});

test('a unique key speaks about the field that it is named after, and never of an id', () => {
  const fieldsOf = (key: string) => translate(new Conflict('unique', key)).fields;
  expect(fieldsOf('libraries_tenant_id_code_key')).toEqual([{ path: 'code', message: 'taken' }]);
  expect(fieldsOf('seats_tenant_id_seat_label_key')).toEqual([{ path: 'seatLabel', message: 'taken' }]);
  expect(fieldsOf('memberships_tenant_id_user_id_key')).toEqual([]);
  expect(fieldsOf('tenants_slug_key')).toEqual([]);
  expect(translate(new Conflict('check', 'a_tenant_id_code_key')).fields).toEqual([]);
});
