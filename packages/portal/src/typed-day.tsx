import { latinDigits } from '@studyspot/api/latin-digits';

/** "5/3/26", "05.03.2026", "5-3-2026", "5 3": day, month, year, as India writes it; null for what is no day. */
export function readTypedDay(text: string, today: string): string | null {
  const plain = latinDigits(text.trim());
  const [, day, month, year = today.slice(0, 4)] =
    /^(\d{1,2})[-/. ]+(\d{1,2})(?:[-/. ]+(\d{4}|\d{2}))?$/.exec(plain) ?? [];
  if (day === undefined || month === undefined) return null;
  const whole = year.length === 2 ? `${today.slice(0, 2)}${year}` : year;
  const iso = `${whole}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  // The calendar itself says which days there are: 31 April becomes another.
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null;
}

/** As it is typed: "05/03/2026". */
export function typedDay(iso: string): string {
  return iso.split('-').reverse().join('/');
}
