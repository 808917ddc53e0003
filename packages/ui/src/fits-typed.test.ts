import { expect, it } from 'vitest';
import { fitsTyped, isTyped } from './fits-typed.tsx';

it('forgives spaces, dashes, case and accents', () => {
  for (const typed of ['a12', 'A-12', ' a 12 ', 'seat a']) expect(fitsTyped('Seat A-12', typed), typed).toBe(true);
  expect(fitsTyped('Café Léo', 'cafe leo')).toBe(true);
  expect(fitsTyped('Seat A-12', 'a21')).toBe(false);
  expect(fitsTyped('Seat A-12', '')).toBe(true);
});

it('keeps the vowels of Hindi, and forgives its nuktas', () => {
  expect(fitsTyped('उत्तर प्रदेश', 'उत्तरप्र')).toBe(true);
  expect(fitsTyped('पंजाब', 'पंजब')).toBe(false);
  expect(fitsTyped('मिज़ोरम', 'मिजोरम')).toBe(true);
  expect(fitsTyped('मिजोरम', 'मिज़ो')).toBe(true);
});

it('knows a whole name from a part of one', () => {
  expect(isTyped('West Bengal', 'west-bengal')).toBe(true);
  expect(isTyped('West Bengal', 'west')).toBe(false);
});
