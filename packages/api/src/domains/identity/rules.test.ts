import { expect, test } from 'vitest';
import { isListedPassword, passwordFault } from './rules.ts';

test.each([
  ['Short1', 'password.short'],
  ['alllower1', 'password.mixed'],
  ['ALLUPPER1', 'password.mixed'],
  ['NoDigitsHere', 'password.mixed'],
  ['Password123', 'password.common'],
  ['P@ssw0rd1', 'password.common'],
  ['Welcome@2026', 'password.common'],
  ['Aa12345678', 'password.common'],
  ['aaaaaaaaaaaaaaaaaaa', 'password.common'],
  ['123456789012345', 'password.common'],
  ['qwertyuiopasdfgh', 'password.common'],
  ['Nul\0Byte77', 'password.text'],
  ['Half\ud800Pair77', 'password.text'],
])('"%s" is refused: %s', (password, fault) => {
  expect(passwordFault(password)).toBe(fault);
});

test.each(['Admin@12345', 'Tr0ub4dor3x', 'correct horse battery', 'सीखना रोज़ सुबह छह बजे', 'గ్రంథాలయం తెరిచి ఉంది రోజూ'])(
  '"%s" may be used',
  (password) => {
    expect(passwordFault(password)).toBeNull();
  },
);

test('a listed password is known with a few marks behind it, a longer one that begins so is not', () => {
  const list = new Set(['chandra', 'jordan23', 'michael']);
  const listed = ['Chandra', 'CHANDRA@123', 'Jordan23', 'Jordan23!', 'M1ch4el', 'Micha3l#77'];
  for (const password of listed) expect(isListedPassword(password, list), password).toBe(true);
  const free = ['Chandra-4711', 'Michael plays chess', 'Not-Chandra1', '23Jordan'];
  for (const password of free) expect(isListedPassword(password, list), password).toBe(false);
});
