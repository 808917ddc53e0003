import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { boxOf, freeCode } from './rules.ts';
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

// Written by hand, beside what the database reckons.
function distance(a: { latitude: number; longitude: number }, b: { latitude: number; longitude: number }): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const [x, y] = [rad(a.latitude), rad(b.latitude)];
  const cos = Math.sin(x) * Math.sin(y) + Math.cos(x) * Math.cos(y) * Math.cos(rad(a.longitude - b.longitude));
  return 6371 * Math.acos(Math.min(1, cos));
}

it('draws a box that leaves out nothing near enough, in all of India', () => {
  const [latitude, longitude] = [
    fc.double({ min: 6, max: 38, noNaN: true }),
    fc.double({ min: 68, max: 98, noNaN: true }),
  ];
  const step = fc.double({ min: -6, max: 6, noNaN: true });
  fc.assert(
    fc.property(latitude, longitude, step, step, fc.integer({ min: 1, max: 500 }), (lat, lng, up, aside, km) => {
      const [here, there] = [
        { latitude: lat, longitude: lng },
        { latitude: lat + up, longitude: lng + aside },
      ];
      fc.pre(distance(here, there) <= km);
      const { south, north, west, east } = boxOf({ ...here, km });
      expect(there.latitude >= south && there.latitude <= north).toBe(true);
      expect(there.longitude >= west && there.longitude <= east).toBe(true);
    }),
  );
});
