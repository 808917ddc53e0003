const whole = new Intl.NumberFormat('en-IN', { maximumFractionDigits: 0 });
const withPaise = new Intl.NumberFormat('en-IN', { minimumFractionDigits: 2 });
const short = new Intl.NumberFormat('en-IN', { maximumFractionDigits: 1 });

const PAISE = 100;
export const LAKH = 100_000;
export const CRORE = 100 * LAKH;

/** "₹1,23,456", with paise where there are any or where a document wants them: "−₹500.50". */
export function rupeeText(paise: number, always = false): string {
  const rupees = Math.abs(paise) / PAISE;
  const text = always || paise % PAISE !== 0 ? withPaise.format(rupees) : whole.format(rupees);
  return `${paise < 0 ? '−' : ''}₹${text}`;
}

export interface ShortRupees {
  text: string;
  /** What is counted: the word for it comes from the message files. */
  unit: 'rupee' | 'lakh' | 'crore';
}

/** Rounded for a tile. What would be rounded up to a hundred lakh is said as a crore. */
export function shortRupees(paise: number): ShortRupees {
  const rupees = Math.round(Math.abs(paise) / PAISE);
  const sign = paise < 0 && rupees > 0 ? '−' : '';
  const tenths = (size: number) => Math.round((rupees / size) * 10) / 10;
  if (rupees < LAKH) return { text: `${sign}₹${whole.format(rupees)}`, unit: 'rupee' };
  if (tenths(LAKH) < CRORE / LAKH) return { text: `${sign}₹${short.format(tenths(LAKH))}`, unit: 'lakh' };
  return { text: `${sign}₹${short.format(tenths(CRORE))}`, unit: 'crore' };
}
