import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { numberOf, textOf, textsOf } from './text-of.tsx';
import { valueAt } from './value-at.tsx';

function formOf(entries: [string, string | Blob][]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

it('reads a field that is missing, or a file, as empty text', () => {
  const form = formOf([
    ['a', ' x '],
    ['b', new Blob(['x'])],
  ]);
  expect([textOf(form, 'a'), textOf(form, 'b'), textOf(form, 'c')]).toEqual([' x ', '', '']);
});

it('reads all that was ticked', () => {
  const form = formOf([
    ['can', 'a'],
    ['can', 'b'],
    ['can', new Blob([])],
  ]);
  expect(textsOf(form, 'can')).toEqual(['a', 'b']);
  expect(textsOf(form, 'none')).toEqual([]);
});

it('tells an empty box from what is no number', () => {
  const read = (text: string) => numberOf(formOf([['n', text]]), 'n');
  expect([read(''), read('  '), numberOf(formOf([]), 'n')]).toEqual([null, null, null]);
  for (const text of ['zwei', '1 000', '--1']) expect(read(text)).toBe(Number.POSITIVE_INFINITY);
  expect([read(' 12 '), read('-3.5'), read('0')]).toEqual([12, -3.5, 0]);
});

it('reads the digits of a Hindi keyboard', () => {
  expect(['४०', '१,२०,०००', '२६.९'].map((text) => numberOf(formOf([['n', text]]), 'n'))).toEqual([40, 120_000, 26.9]);
});

it('reads whole numbers as India groups them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), (number) => {
      const grouped = new Intl.NumberFormat('en-IN').format(number);
      expect(numberOf(formOf([['n', grouped]]), 'n')).toBe(number);
    }),
  );
});

it('finds what stands at a path, and nothing where it leads nowhere', () => {
  const record = { position: { latitude: 26.9 }, hours: [null, { open: '06:00' }], name: null };
  expect(valueAt(record, ['position', 'latitude'])).toBe(26.9);
  expect(valueAt(record, ['hours', '1', 'open'])).toBe('06:00');
  expect(valueAt(record, ['hours', '0', 'open'])).toBeUndefined();
  expect(valueAt(record, ['name', 'first'])).toBeUndefined();
  expect(valueAt(null, ['a'])).toBeUndefined();
});
