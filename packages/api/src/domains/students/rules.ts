const ADULT = 18;

/** How old somebody is on a day; both as 2026-03-05. */
export function ageOn(bornOn: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return day.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

interface Guarded {
  bornOn: string | null;
  guardianName: string | null;
  guardianPhone: string | null;
}

/** For whom somebody answers who is not of age: what is missing of it. */
export function missingGuardian({ bornOn, guardianName, guardianPhone }: Guarded, today: string) {
  if (bornOn === null || ageOn(bornOn, today) >= ADULT) return [];
  return [...(guardianName ? [] : ['guardianName']), ...(guardianPhone ? [] : ['guardianPhone'])];
}

/** Everyone who is not removed counts, somebody inactive too: otherwise a plan for ten runs any number by turns. */
export const mayAddStudents = (count: number, added: number, limit: number): boolean => count + added <= limit;

const NUMBER_WIDTH = 4;
const numberIn = (series: string, code: string): number => {
  const rest = code.startsWith(`${series}-`) ? code.slice(series.length + 1) : '';
  return /^\d{1,9}$/.test(rest) ? Number(rest) : 0;
};

/** The code after all that a library has given: GP-0142 after GP-0141. */
export function nextCode(series: string, given: readonly string[]): string {
  const last = given.reduce((most, code) => Math.max(most, numberIn(series, code)), 0);
  return `${series}-${String(last + 1).padStart(NUMBER_WIDTH, '0')}`;
}

const SEEN_BEFORE = 2;
const SEEN_AFTER = 3;

/** A number as those see it who may not read numbers: enough to tell two apart, too little to call. */
export function masked(phone: string): string {
  const national = phone.replace(/^[+]91/, '');
  const hidden = '•'.repeat(Math.max(0, national.length - SEEN_BEFORE - SEEN_AFTER));
  return `${national.slice(0, SEEN_BEFORE)}${hidden}${national.slice(-SEEN_AFTER)}`;
}

/** Digits of a phone as a search keeps them: the last first, since people know how a number ends. */
export const tailOf = (phone: string): string => [...phone.replace(/\D/g, '')].reverse().join('');
