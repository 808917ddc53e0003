/** A field of a form as text; a field that is not there is empty. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

export function textsOf(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === 'string');
}

const ZERO_IN_DEVANAGARI = '०'.charCodeAt(0);

/** Null for an empty box, Infinity for what is no number: it fits no schema, and NaN stands for a box to be filled in. */
export function numberOf(form: FormData, name: string): number | null {
  const text = textOf(form, name).trim().replaceAll(',', '');
  if (text === '') return null;
  const number = Number(text.replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - ZERO_IN_DEVANAGARI)));
  return Number.isNaN(number) ? Number.POSITIVE_INFINITY : number;
}
