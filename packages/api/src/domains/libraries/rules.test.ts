import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { freeCode } from './rules.ts';
import { updateLibraryInput } from './schema.ts';

const codeOf = (name: string, ...taken: string[]) => freeCode({ name, pincode: '302017' }, new Set(taken));

it('names a library after its words and its place', () => {
  expect(codeOf('Gyan Library, Malviya Nagar')).toBe('GLMN-017');
  expect(codeOf('ज्ञान पुस्तकालय')).toBe('L-017');
  expect(codeOf('The Very Long Name Of A Library')).toBe('TVLNOA-017');
});

it('and numbers those that would be called alike', () => {
  expect(codeOf('Gyan Library, Mansarovar Nagar', 'GLMN-017')).toBe('GLMN-017-2');
  expect(codeOf('Gyan Library, Mansarovar Nagar', 'GLMN-017', 'GLMN-017-2')).toBe('GLMN-017-3');
});

it('names every library so that the form takes it', () => {
  const { code } = updateLibraryInput.shape;
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[1-9]\d{5}$/), (name, pincode) => {
      const given = freeCode({ name, pincode }, new Set());
      expect(code.safeParse(given).data).toBe(given);
    }),
  );
});
