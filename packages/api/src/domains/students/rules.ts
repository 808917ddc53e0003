export const ADULT = 18;

/** How old somebody is on a day; both as 2026-03-05. */
export function ageOn(bornOn: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return day.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

export const isMinorOn = (bornOn: string | null, day: string): boolean => bornOn !== null && ageOn(bornOn, day) < ADULT;

interface Whole {
  bornOn: string | null;
  guardianName: string | null;
  guardianPhone: string | null;
  idKind: string | null;
  idLast4: string | null;
}

/** What is missing of a student: the guardian of somebody under age, half of a card that was seen. */
export function missingOf({ bornOn, guardianName, guardianPhone, idKind, idLast4 }: Whole, today: string) {
  const isMinor = isMinorOn(bornOn, today);
  return [
    ...(isMinor && !guardianName ? [{ path: 'guardianName', message: 'ofMinor' }] : []),
    ...(isMinor && !guardianPhone ? [{ path: 'guardianPhone', message: 'ofMinor' }] : []),
    ...(idKind && !idLast4 ? [{ path: 'idLast4', message: 'last4' }] : []),
    ...(idLast4 && !idKind ? [{ path: 'idKind', message: 'required' }] : []),
  ];
}

/** Everyone who is not removed counts, somebody inactive too: otherwise a plan for ten runs any number by turns. */
export const mayAddStudents = (count: number, added: number, limit: number): boolean => count + added <= limit;

const NUMBER_WIDTH = 4;

/** GP-0142: the library, and who came as which. */
export const codeOf = (series: string, number: number): string =>
  `${series}-${String(number).padStart(NUMBER_WIDTH, '0')}`;

const MOST_SIBLINGS = 20;

/** One's own number among those of a phone where that is free, else the lowest; null where no more fit. */
export function freeNumber(taken: readonly number[], own: number | undefined): number | null {
  if (own !== undefined && !taken.includes(own)) return own;
  const numbers = Array.from({ length: MOST_SIBLINGS + 1 }, (_, number) => number);
  return numbers.find((number) => !taken.includes(number)) ?? null;
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

/** A warning that is taken away has no end. */
export const warned = ({ warning, warningTill }: { warning: string | null; warningTill: string | null }) => ({
  warning,
  warningTill: warning === null ? null : warningTill,
});
