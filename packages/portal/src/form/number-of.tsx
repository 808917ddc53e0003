import { latinDigits } from '@studyspot/api/latin-digits';

/** Null for an empty box, Infinity for what is no number: it fits no schema, and NaN stands for a box to be filled in. */
export function numberOf(text: string): number | null {
  const plain = text.trim().replaceAll(',', '');
  if (plain === '') return null;
  const number = Number(latinDigits(plain));
  return Number.isNaN(number) ? Number.POSITIVE_INFINITY : number;
}
