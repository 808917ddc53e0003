import { latinDigits } from './latin-digits.ts';

// '98765 43210', '+91-98765-43210', '098765 43210'; a landline needs its 0 or +91: '0141-2345678'. A number copied from a
// phone's contacts stands between marks of direction.
export function toE164(text: string): string | null {
  const compact = latinDigits(text)
    .trim()
    .replace(/[\s().\p{Pd}\p{Bidi_C}]/gu, '');
  const mobile = /^(?:\+?91|0)?([6-9]\d{9})$/.exec(compact)?.[1];
  const landline = /^(?:\+91|0)([1-5]\d{9})$/.exec(compact)?.[1];
  const national = mobile ?? landline;
  return national === undefined ? null : `+91${national}`;
}
