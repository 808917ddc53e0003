import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { rupeeText, shortRupees } from './rupee-text.tsx';

it('groups as India does, and shows paise where there are any', () => {
  expect(rupeeText(1_234_567_00)).toBe('₹12,34,567');
  expect(rupeeText(123_456_50)).toBe('₹1,23,456.50');
  expect(rupeeText(5)).toBe('₹0.05');
  expect(rupeeText(-500_00)).toBe('−₹500');
  expect(rupeeText(0)).toBe('₹0');
  expect(rupeeText(1_200_00, true)).toBe('₹1,200.00');
});

it('loses no paisa', () => {
  fc.assert(
    fc.property(fc.integer({ min: -(10 ** 13), max: 10 ** 13 }), fc.boolean(), (paise, always) => {
      const said = rupeeText(paise, always).replace('−', '-').replace(/[₹,]/g, '');
      expect(Math.round(Number(said) * 100)).toBe(paise === 0 ? 0 : paise);
    }),
  );
});

it('groups three digits, then pairs', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 11 }), (rupees) => {
      expect(rupeeText(rupees * 100)).toMatch(/^₹\d{1,3}$|^₹\d{1,2}(,\d\d)*,\d{3}$/);
    }),
  );
});

it('is short in lakh and crore, and never says a hundred lakh', () => {
  expect(shortRupees(99_999_00)).toEqual({ text: '₹99,999', unit: 'rupee' });
  expect(shortRupees(99_999_60)).toEqual({ text: '₹1', unit: 'lakh' });
  expect(shortRupees(123_456_00)).toEqual({ text: '₹1.2', unit: 'lakh' });
  expect(shortRupees(99_96_000_00)).toEqual({ text: '₹1', unit: 'crore' });
  expect(shortRupees(-3_42_00_000_00)).toEqual({ text: '−₹3.4', unit: 'crore' });
  expect(shortRupees(-40)).toEqual({ text: '₹0', unit: 'rupee' });
});

it('is within half a tenth of the truth', () => {
  const sizes = { rupee: 1, lakh: 100_000, crore: 10_000_000 };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 14 }), (paise) => {
      const { text, unit } = shortRupees(paise);
      const said = Number(text.replace(/[₹,]/g, '')) * sizes[unit];
      const most = unit === 'rupee' ? 0.5 : sizes[unit] * 0.05;
      expect(Math.abs(said - paise / 100)).toBeLessThanOrEqual(most + 0.5);
    }),
  );
});
