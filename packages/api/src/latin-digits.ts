const ZERO_IN_DEVANAGARI = '०'.charCodeAt(0);

/** Digits as they are written here, whichever keyboard they were typed on. */
export const latinDigits = (text: string): string =>
  text.replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - ZERO_IN_DEVANAGARI));
