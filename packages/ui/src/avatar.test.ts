import { expect, it } from 'vitest';
import { initials } from './avatar.tsx';

it('takes the first and the last name, in either script', () => {
  expect(initials('Rajesh Kumar Sharma')).toBe('RS');
  expect(initials('asha')).toBe('A');
  expect(initials('  आशा  देवी ')).toBe('आद');
  expect(initials('')).toBe('');
});
