import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { instant, line, optionalPhone, paragraph, pincode, stored } from './fields.ts';

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

const faultOf = (text: string) => line(120, 2).safeParse(text).error?.issues[0]?.message ?? null;

test.each(['क्\u200dष क्\u200cष', 'അവന്\u200d', 'میز\u200cبان', 'राम 👩🏽\u200d🎓', '❤\ufe0f Library', 'José', 'ज्ञान'])(
  '%j is a name',
  (name) => {
    expect(faultOf(name)).toBeNull();
    expect(paragraph(300, 1).safeParse(`${name}\n${name}`).success).toBe(true);
  },
);

test.each([
  ['zero width alone', '\u200b\u200b\u200b'],
  ['joiners alone', '\u200d\u200c'],
  ['a joiner between Latin letters', 'ad\u200dmin'],
  ['a joiner twice', 'क्\u200d\u200dष'],
  ['a joiner at the beginning', '\u200dष'],
  ['an override', 'Gyan \u202eyrarbil'],
  ['an isolate', 'Gyan \u2066x\u2069'],
  ['a mark of direction', 'Gyan\u200f!'],
  ['a soft hyphen', 'Gy\u00adan'],
  ['a filler', '\u3164\u3164'],
  ['blanks of Braille', '\u2800\u2800'],
  ['tags', 'a\u{e0061}b'],
  ['marks without letters', '\u0301\u0301'],
  ['a line of its own', 'Gyan\u2028x'],
])('%s is no name', (_, name) => {
  expect(faultOf(name)).toBe('unseen');
  expect(paragraph(300, 1).safeParse(name).success).toBe(false);
});

test.each(['98765 43210', '\u202a+91 98765 43210\u202c', '\u200e098765\u201143210', '९८७६५ ४३२१०'])(
  '%j is a telephone number',
  (typed) => {
    expect(optionalPhone.parse(typed)).toBe('+919876543210');
  },
);

test.each(['324005', ' 324 005', '३२४००५'])('%j is a PIN code', (typed) => {
  expect(pincode.parse(typed)).toBe('324005');
});

test('an empty text stays allowed where it was', () => {
  expect(line(20, 0).parse('  ')).toBe('');
});

test('what was put in comes back without the demands of its day, and what is no plain field says so', () => {
  const fields = {
    city: line(5, 2),
    phone: optionalPhone,
    seats: z.int().check(z.gte(1)),
    days: z.array(z.enum(['mon'])),
  };
  const back = z.object(stored(fields));
  const old = { city: 'Visakhapatnam', phone: null, seats: 0, days: ['sun'] };
  expect(back.parse(old)).toEqual(old);
  expect(back.safeParse({ ...old, seats: 1.5 }).success).toBe(false);
  expect(() => stored({ at: z.date() })).toThrow('a field of type date says itself how it comes back');
});
