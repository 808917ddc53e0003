import { createLibraryInput } from '@studyspot/api/domains/libraries/schema';
import en from '@studyspot/api/messages/en.json' with { type: 'json' };
import hi from '@studyspot/api/messages/hi.json' with { type: 'json' };
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { faultsOf } from './field-faults.tsx';

const known = (key: string) => Object.hasOwn(en.fields, key);
const day = { open: '06:00', close: '22:00' };
const good = {
  requestKey: '018f0c5e-7d6a-7000-8000-000000000001',
  name: 'Gyan',
  code: 'JPR-1',
  address: '12 Station Road',
  city: 'Jaipur',
  state: 'RJ',
  pincode: '302001',
  phone: '98765 43210',
  email: '',
  position: null,
  capacity: 80,
  hours: [day, day, day, day, day, day, null],
  managerName: '',
  managerPhone: '',
  managerEmail: '',
  amenities: ['wifi'],
};
const faults = (change: object) => faultsOf(createLibraryInput, { ...good, ...change }, known);

it('finds nothing wrong with what is right', () => {
  expect(faults({})).toEqual([]);
});

it('says that an empty box is to be filled in, whatever else the schema asks of it', () => {
  for (const change of [
    { name: '' },
    { city: '' },
    { state: '' },
    { pincode: '' },
    { phone: '' },
    { capacity: Number.NaN },
  ]) {
    const [path] = Object.keys(change);
    expect(faults(change)).toEqual([{ path, key: 'required', values: {} }]);
  }
});

it('asks for a number where something else was written', () => {
  const written = {
    capacity: Number.POSITIVE_INFINITY,
    position: { latitude: Number.POSITIVE_INFINITY, longitude: 75 },
  };
  expect(faults(written)).toEqual([
    { path: 'position.latitude', key: 'number', values: {} },
    { path: 'capacity', key: 'number', values: {} },
  ]);
});

it('says the sizes, and a kind of thing in its own words', () => {
  expect(faults({ name: 'A' })).toEqual([{ path: 'name', key: 'tooShort', values: { minimum: 2 } }]);
  expect(faults({ name: 'A'.repeat(121) })).toEqual([{ path: 'name', key: 'tooLong', values: { maximum: 120 } }]);
  expect(faults({ capacity: 0 })).toEqual([{ path: 'capacity', key: 'tooSmall', values: { minimum: 1 } }]);
  expect(faults({ capacity: 10_001 })).toEqual([{ path: 'capacity', key: 'tooBig', values: { maximum: 10_000 } }]);
  expect(faults({ capacity: 1.5 })).toEqual([{ path: 'capacity', key: 'whole', values: {} }]);
  expect(faults({ pincode: '12' })).toEqual([{ path: 'pincode', key: 'pincode', values: {} }]);
  expect(faults({ state: 'XX' })).toEqual([{ path: 'state', key: 'choice', values: {} }]);
  expect(faults({ managerEmail: 'nobody' })).toEqual([{ path: 'managerEmail', key: 'email', values: {} }]);
});

it('names the box inside of what has parts', () => {
  expect(faults({ hours: [{ open: '06:00', close: '06:00' }, ...good.hours.slice(1)] })).toEqual([
    { path: 'hours.0.close', key: 'hours', values: {} },
  ]);
  expect(faults({ position: { latitude: 91, longitude: Number.NaN } }).map(({ path, key }) => [path, key])).toEqual([
    ['position.latitude', 'tooBig'],
    ['position.longitude', 'required'],
  ]);
});

it('keeps one fault for each field, in the order of the form', () => {
  const twice = z.object({
    a: z.string().check(z.minLength(3), z.regex(/^\d+$/)),
    b: z.string().check(z.minLength(2)),
  });
  expect(faultsOf(twice, { a: 'x', b: 'y' }, known).map(({ path, key }) => [path, key])).toEqual([
    ['a', 'tooShort'],
    ['b', 'tooShort'],
  ]);
});

it('always has a sentence, in both languages, for whatever is sent', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(good)), fc.anything(), (name, value) => {
      for (const { key } of faults({ [name]: value })) {
        expect(en.fields).toHaveProperty([key]);
        expect(hi.fields).toHaveProperty([key]);
      }
    }),
  );
});
