import { latinDigits } from '@studyspot/api/latin-digits';
import { rupeeText } from './rupee-text.tsx';

/**
 * Paise of "₹1,200", "1200.50", "१२००". NaN for an empty box and Infinity for what is no sum, as of any number; of more than
 * two decimals a part of a paisa is left, which the schema refuses in words.
 */
export function paiseOf(text: string): number {
  const plain = latinDigits(text).replace(/[₹,\s]/g, '');
  if (plain === '') return Number.NaN;
  const [, rupees, decimals = ''] = /^(\d+)(?:\.(\d*))?$/.exec(plain.replace(/^\.(?=\d)/, '0.')) ?? [];
  if (rupees === undefined) return Number.POSITIVE_INFINITY;
  // Never rupees times a hundred: 1.15 would lose its last paisa.
  const paise = `${decimals.slice(0, 2).padEnd(2, '0')}.${decimals.slice(2) || '0'}`;
  return Number(rupees) * 100 + Number(paise);
}

/** As a field shows it: grouped, with paise where there are any. What is no sum stays as it was typed. */
export function shownRupees(text: string): string {
  const paise = paiseOf(text);
  return Number.isSafeInteger(paise) ? typedRupees(paise) : text;
}

/** A sum as somebody would type it, without its sign. */
export const typedRupees = (paise: number): string => rupeeText(paise).replace('₹', '');

export const PAD_KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '0', 'erase'] as const;
export type PadKey = (typeof PAD_KEYS)[number];

const MOST_DIGITS = 9;
const grouped = new Intl.NumberFormat('en-IN');

/** What stands in the field after a key of the pad: never a third decimal, never a nought before the rest. */
export function afterKey(text: string, key: PadKey): string {
  const [rupees = '', decimals] = latinDigits(text)
    .replace(/[^\d.]/g, '')
    .split('.');
  if (key === 'erase') {
    if (decimals === undefined) return withGroups(rupees.slice(0, -1));
    return withGroups(rupees, decimals === '' ? undefined : decimals.slice(0, -1));
  }
  if (key === '.') return withGroups(rupees || '0', decimals ?? '');
  if (decimals !== undefined) return withGroups(rupees, `${decimals}${key}`.slice(0, 2));
  return withGroups(rupees.length < MOST_DIGITS ? `${rupees}${key}` : rupees);
}

function withGroups(rupees: string, decimals?: string): string {
  const whole = rupees === '' ? '' : grouped.format(Number(rupees));
  return decimals === undefined ? whole : `${whole}.${decimals}`;
}
