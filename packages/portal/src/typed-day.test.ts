import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { readTypedDay, typedDay } from './typed-day.tsx';

const today = '2026-11-27';

it('reads the day first, then the month, whatever stands between', () => {
  for (const text of ['5/3/2026', '05-03-2026', '5.3.26', ' 5 3 2026 ', '5 / 3 / 26', '५/३/२०२६'])
    expect(readTypedDay(text, today), text).toBe('2026-03-05');
  expect(readTypedDay('5/3', today)).toBe('2026-03-05');
});

it('refuses what is no day', () => {
  for (const text of ['', 'soon', '31/4/2026', '29/2/2026', '3/13/2026', '0/1/2026', '5/3/202', '2026-03-05'])
    expect(readTypedDay(text, today), text).toBeNull();
  expect(readTypedDay('29/2/2028', today)).toBe('2028-02-29');
});

it('reads every day that it writes', () => {
  const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (at) => {
      const iso = at.toISOString().slice(0, 10);
      expect(readTypedDay(typedDay(iso), today)).toBe(iso);
    }),
  );
});
