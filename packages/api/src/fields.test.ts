import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { instant } from './fields.ts';

test('an instant leaves as toISOString writes it', () => {
  const moments = fc.oneof(
    fc.date({ noInvalidDate: true }),
    fc.integer({ min: -2, max: 2 }).map((ms) => new Date(86_400_000 * 20_000 + ms)),
  );
  fc.assert(
    fc.property(moments, (at) => {
      expect(z.parse(instant, at)).toBe(at.toISOString());
    }),
  );
});
