import { expect, it } from 'vitest';
import { withEarly } from './typed-in-page.tsx';

it('puts an early tick into a list without taking others out of it', () => {
  expect(withEarly({ name: 'amenities', value: true, of: 'wifi' }, ['ac'])).toEqual(['ac', 'wifi']);
  expect(withEarly({ name: 'amenities', value: true, of: 'wifi' }, ['wifi', 'ac'])).toEqual(['ac', 'wifi']);
  expect(withEarly({ name: 'amenities', value: false, of: 'wifi' }, ['wifi', 'ac'])).toEqual(['ac']);
  expect(withEarly({ name: 'city', value: 'Ajmer' }, 'Jaipur')).toBe('Ajmer');
});
