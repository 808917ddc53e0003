import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeForeign, typedOver, type Values } from './merge.tsx';

const fields = fc.record({ a: fc.nat(2), b: fc.nat(2), c: fc.array(fc.nat(1), { maxLength: 2 }) });

it('loses neither what was typed nor what somebody else saved', () => {
  fc.assert(
    fc.property(fields, fields, fields, (base: Values, mine: Values, theirs: Values) => {
      const { taken, contested } = mergeForeign(base, mine, theirs);
      const shown: Values = { ...mine, ...taken };
      for (const name of Object.keys(base)) {
        const [was, typed, saved] = [base, mine, theirs].map((one) => JSON.stringify(one[name]));
        if (typed !== was) expect(shown[name]).toEqual(mine[name]);
        if (typed === was) expect(shown[name]).toEqual(theirs[name]);
        // Both have changed it, and not alike: it is asked about.
        expect(name in contested).toBe(typed !== was && saved !== was && typed !== saved);
      }
    }),
  );
});

it('keeps as typed what differs from what was drawn', () => {
  expect(typedOver({ a: '1', b: [1] }, { a: '1', b: [1] })).toEqual({});
  expect(typedOver({ a: '1', b: [1] }, { a: '2', b: [1, 2] })).toEqual({ a: '2', b: [1, 2] });
});
