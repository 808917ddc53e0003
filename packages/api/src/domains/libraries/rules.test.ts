import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { codeOf } from './rules.ts';
import { createLibraryInput } from './schema.ts';

it('names a library after its words and its place', () => {
  expect(codeOf('Gyan Library, Malviya Nagar', '302 017')).toBe('GLMN-017');
  expect(codeOf('ज्ञान पुस्तकालय', '302017')).toBe('L-017');
  expect(codeOf('The Very Long Name Of A Library', '302017')).toBe('TVLNOA-017');
});

it('names every library so that the form takes it', () => {
  const { code } = createLibraryInput.shape;
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[1-9]\d{5}$/), (name, pincode) => {
      expect(code.safeParse(codeOf(name, pincode)).data).toBe(codeOf(name, pincode));
    }),
  );
});
