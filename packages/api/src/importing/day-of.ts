import { latinDigits } from '../latin-digits.ts';

const MS_PER_DAY = 86_400_000;
/** Serial 0 of a spreadsheet; it believes in a 29 February 1900, so this is right from March of that year on. */
const EPOCH = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const HIGHEST_SERIAL = 110_000;

/** 38113 is 2004-05-06. */
export function dayOfSerial(serial: number, from1904 = false): string | null {
  if (!Number.isFinite(serial) || serial < 61 || serial > HIGHEST_SERIAL) return null;
  const epoch = from1904 ? EPOCH_1904 : EPOCH;
  return new Date(epoch + Math.floor(serial) * MS_PER_DAY).toISOString().slice(0, 10);
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A day of the calendar; 31/02 is none. */
function made(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  const isReal = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return isReal ? at.toISOString().slice(0, 10) : null;
}

/** 04 was written for 2004, 87 for 1987: nobody is born after this year. */
function fullYear(text: string, today: string): number {
  const year = Number(text);
  if (text.length !== 2) return year;
  return year <= Number(today.slice(2, 4)) ? 2000 + year : 1900 + year;
}

/** The day that somebody wrote, the day before the month as it is done here; null for what is none. */
export function dayOf(written: string, today: string): string | null {
  const text = latinDigits(written).trim().toLowerCase();
  const [, serial] = /^(\d{4,6})(?:\.\d+)?$/.exec(text) ?? [];
  if (serial) return dayOfSerial(Number(serial));
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ].*)?$/.exec(text) ?? [];
  if (isoYear) return made(Number(isoYear), Number(isoMonth), Number(isoDay));
  const [, first, second, year] = /^(\d{1,2}) ?[-/., ] ?(\d{1,2}) ?[-/., ] ?(\d{4}|\d{2})(?: .*)?$/.exec(text) ?? [];
  if (first && second && year) {
    const [day, month] = [Number(first), Number(second)];
    // Only an American can have meant this.
    return month > 12 ? made(fullYear(year, today), day, month) : made(fullYear(year, today), month, day);
  }
  const [, day, name, other] =
    /^(\d{1,2})(?:st|nd|rd|th)?[-/., ]{0,2}([a-z]{3,9})[-/., ]{0,2}(\d{4}|\d{2})$/.exec(text) ?? [];
  if (!(day && name && other)) return null;
  const month = MONTHS.indexOf(name.slice(0, 3)) + 1;
  return month > 0 ? made(fullYear(other, today), month, Number(day)) : null;
}

const OLDEST = 99;
const YOUNGEST = 3;

/** How old somebody said to be: 19, 19 yrs, 19 साल; null for what is no age. */
export function ageOf(written: string): number | null {
  const [, years] = /^(\d{1,2})(?:\.\d)?(?: ?[\p{L}\p{M}.]{1,12})?$/u.exec(latinDigits(written).trim()) ?? [];
  const age = Number(years ?? 0);
  return age >= YOUNGEST && age <= OLDEST ? age : null;
}
