import { expect, test } from 'vitest';
import { position } from '../position/position-row.tsx';
import { week } from '../week/week-row.tsx';
import { choice, phone, readRows, startRows, text, whole } from './field-rows.tsx';
import { ticks } from './ticks-row.tsx';

const rows = {
  name: text(),
  phone: phone(),
  seats: whole(),
  size: choice(['small', 'large'], 'sizes', 'small'),
  hours: week(),
  place: position(),
  has: ticks(['wifi', 'ac', 'lift'], 'has'),
};
const day = { open: '06:00', close: '22:00' };

test('a row of any kind begins with what the record holds, and reads the same', () => {
  const record = {
    name: 'Gyan Library',
    phone: '+91 98765 43210',
    seats: 80,
    size: 'large',
    hours: [day, { open: '00:00', close: '24:00' }, { open: '18:00', close: '02:00' }, day, day, day, null],
    place: { latitude: 26.9, longitude: 75.8 },
    has: ['wifi', 'lift'],
  };
  expect(readRows(startRows(rows, record), rows)).toEqual(record);
});

test('of a new record each begins empty, or as usual', () => {
  expect(readRows(startRows(rows, { name: 'Begun' }), rows)).toEqual({
    name: 'Begun',
    phone: '',
    seats: Number.NaN,
    size: 'small',
    hours: Array.from({ length: 7 }, () => day),
    place: null,
    has: [],
  });
});

test('ticks are read in their own order, whatever was ticked first, and none that is unknown', () => {
  expect(rows.has.start(['wifi', 'ac'])).toEqual(['ac', 'wifi']);
  expect(rows.has.read(['lift', 'pool', 'wifi'])).toEqual(['wifi', 'lift']);
});
