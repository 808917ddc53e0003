import { latinDigits } from '../latin-digits.ts';
import { toE164 } from '../phone-number.ts';

const MOST_LETTERS = 120;

/** The numbers that somebody wrote into one cell, in their order and once each. What is none is left out. */
export function phonesOf(written: string): string[] {
  const text = latinDigits(written).slice(0, MOST_LETTERS).replace(/\.0$/, '');
  const whole = toE164(text);
  if (whole) return [whole];
  const parts = text.split(/[,;/&|]| or | and |\n/i);
  const spaced = parts.length === 1 ? text.split(/ +/) : parts;
  const found = (spaced.length > 1 ? spaced : []).flatMap((part) => toE164(part) ?? joined(part));
  const numbers = found.length > 0 ? found : joined(text);
  return [...new Set(numbers)];
}

const DIGITS = 10;

/** Two that stand without anything between them. */
function joined(text: string): string[] {
  const digits = text.replace(/\D/g, '');
  if (digits.length !== 2 * DIGITS) return [];
  const both = [digits.slice(0, DIGITS), digits.slice(DIGITS)].map(toE164);
  return both.every((one) => one !== null) ? both.filter((one) => one !== null) : [];
}
