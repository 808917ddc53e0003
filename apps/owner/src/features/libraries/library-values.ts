import { AMENITIES, WEEKDAYS } from '@studyspot/api/domains/libraries/schema';
import type { State } from '@studyspot/api/fields';
import { numberOf, textOf, textsOf } from '@studyspot/portal/form/text-of';

export interface DayHours {
  open: string;
  close: string;
}

export interface LibraryValues {
  name: string;
  code: string;
  address: string;
  city: string;
  state: string;
  pincode: string;
  phone: string | null;
  email: string | null;
  position: { latitude: number; longitude: number } | null;
  capacity: number;
  hours: Array<DayHours | null>;
  managerName: string | null;
  managerPhone: string | null;
  managerEmail: string | null;
  amenities: string[];
}

const ALL_DAY_CLOSE = '24:00';

/** A time field cannot hold 24:00: midnight to midnight stands for all day. */
export function shownClose(close: string): string {
  return close === ALL_DAY_CLOSE ? '00:00' : close;
}

function dayOf(form: FormData, index: number): DayHours | null {
  if (form.get(`hours.${index}.on`) === null) return null;
  const open = textOf(form, `hours.${index}.open`);
  const close = textOf(form, `hours.${index}.close`);
  return { open, close: open === '00:00' && close === '00:00' ? ALL_DAY_CLOSE : close };
}

function positionOf(form: FormData) {
  const latitude = numberOf(form, 'position.latitude');
  const longitude = numberOf(form, 'position.longitude');
  if (latitude === null && longitude === null) return null;
  return { latitude: latitude ?? Number.NaN, longitude: longitude ?? Number.NaN };
}

export function libraryOf(form: FormData) {
  const amenities = textsOf(form, 'amenities');
  return {
    name: textOf(form, 'name'),
    code: textOf(form, 'code'),
    address: textOf(form, 'address'),
    city: textOf(form, 'city'),
    // The schema refuses whatever is none of them, with a sentence beside the field.
    state: textOf(form, 'state') as State,
    pincode: textOf(form, 'pincode'),
    phone: textOf(form, 'phone'),
    email: textOf(form, 'email'),
    position: positionOf(form),
    capacity: numberOf(form, 'capacity') ?? Number.NaN,
    hours: WEEKDAYS.map((_, index) => dayOf(form, index)),
    managerName: textOf(form, 'managerName'),
    managerPhone: textOf(form, 'managerPhone'),
    managerEmail: textOf(form, 'managerEmail'),
    amenities: AMENITIES.filter((amenity) => amenities.includes(amenity)),
  };
}
