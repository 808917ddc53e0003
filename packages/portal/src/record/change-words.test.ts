import { expect, it, test } from 'vitest';
import { fieldText, isTold, listChange, type Say, valueText } from './change-words.tsx';

const words: Record<string, string> = {
  'timeline.fields.status': 'Status',
  'timeline.values.none': '–',
  'timeline.values.active': 'Active',
  'libraries.statuses.active': 'Open',
  'libraries.amenities.ac': 'AC',
  'libraries.deposit': 'Deposit',
  'regions.RJ': 'Rajasthan',
  'permissions.users:read': 'See staff',
};
const say: Say = (path) => words[path] ?? null;
const value = (field: string, text: string | null, group = 'libraries') =>
  valueText(say, 'en', { words: group, field }, text);

test.each([
  ['status', 'active', 'Open'],
  ['amenities', 'ac', 'AC'],
  ['state', 'RJ', 'Rajasthan'],
  ['added', 'users:read', 'See staff'],
  ['phone', '+919876543210', '+91 98765 43210'],
  ['capacity', '123456', '1,23,456'],
  ['pincode', '302001', '302001'],
  ['name', '1947', '1947'],
  ['trialEndsAt', '2026-11-12T08:00:00.000Z', '12 Nov 2026'],
  ['address', '12 Station Road', '12 Station Road'],
  ['city', 'Kota', 'Kota'],
  ['email', null, '–'],
  ['email', '', '–'],
])('%s %j is said as %j', (field, stored, said) => {
  expect(value(field, stored)).toBe(said);
});

it('says a value by its own domain first, else by the words of all', () => {
  expect(value('status', 'active', 'tenants')).toBe('Active');
});

it('names a field by the words of all, of its domain, or as the trail spells it', () => {
  expect(['status', 'deposit', 'lateFeeAfter'].map((field) => fieldText(say, 'libraries', field))).toEqual([
    'Status',
    'Deposit',
    'late fee after',
  ]);
  expect(['version', 'status'].map((field) => isTold({ field }))).toEqual([false, true]);
});

it('says of a list what came and what went, and of nothing else', () => {
  expect(listChange('["wifi","ac"]', '["wifi","lift"]')).toEqual({ gained: ['lift'], lost: ['ac'] });
  expect(listChange(null, '["ac"]')).toEqual({ gained: ['ac'], lost: [] });
  expect([listChange('a', 'b'), listChange('[{"open":"06:00"}]', '[null]'), listChange(null, 'x')]).toEqual([
    null,
    null,
    null,
  ]);
});
