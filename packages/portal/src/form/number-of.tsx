const ZERO_IN_DEVANAGARI = '०'.charCodeAt(0);

/** Null for an empty box, Infinity for what is no number: it fits no schema, and NaN stands for a box to be filled in. */
export function numberOf(text: string): number | null {
  const plain = text.trim().replaceAll(',', '');
  if (plain === '') return null;
  const number = Number(plain.replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - ZERO_IN_DEVANAGARI)));
  return Number.isNaN(number) ? Number.POSITIVE_INFINITY : number;
}
