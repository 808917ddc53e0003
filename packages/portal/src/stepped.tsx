import { numberOf } from './form/number-of.tsx';

export interface Limits {
  least: number;
  most: number;
}

/** What stands in the field after so many steps: within its limits, and from the least of them where it was empty. */
export function steppedText(text: string, steps: number, { least, most }: Limits): string {
  const number = numberOf(text);
  const from = number === null || !Number.isFinite(number) ? least - steps : Math.trunc(number);
  return String(Math.min(most, Math.max(least, from + steps)));
}

/** Whether a step that way leads anywhere. */
export const canStep = (text: string, steps: number, limits: Limits): boolean =>
  steppedText(text, steps, limits) !== text.trim();
