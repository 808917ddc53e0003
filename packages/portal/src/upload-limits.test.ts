import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { refusalOf, sizeText } from './upload-limits.tsx';

const MB = 1024 * 1024;
const limits = { types: ['pdf', 'jpg'], mostBytes: 5 * MB };

it('takes a file of the right kind and size, however its name is written', () => {
  expect(refusalOf({ name: 'Aadhaar.PDF', size: 5 * MB }, limits)).toBeNull();
  expect(refusalOf({ name: 'photo.of.me.jpg', size: 1 }, limits)).toBeNull();
});

it('refuses a wrong kind, one that is too large, and one with nothing in it', () => {
  for (const name of ['list.xlsx', 'pdf', 'photo.jpg.exe', ''])
    expect(refusalOf({ name, size: 9 }, limits)).toBe('type');
  expect(refusalOf({ name: 'a.pdf', size: 5 * MB + 1 }, limits)).toBe('size');
  expect(refusalOf({ name: 'a.pdf', size: 0 }, limits)).toBe('empty');
});

it('says a size in KB and MB', () => {
  expect(sizeText(1)).toBe('1 KB');
  expect(sizeText(820 * 1024)).toBe('820 KB');
  expect(sizeText(5 * MB)).toBe('5 MB');
  expect(sizeText(2.35 * MB)).toBe('2.4 MB');
});

it('never says of what is too large that it is as large as it may be', () => {
  fc.assert(
    fc.property(fc.integer({ min: 5 * MB + 1, max: 50 * MB }), (size) => {
      expect(sizeText(size)).not.toBe(sizeText(limits.mostBytes));
    }),
  );
});
