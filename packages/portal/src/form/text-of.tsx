/** A field of a form as text; a field that is not there is empty. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

export function textsOf(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === 'string');
}

/** Null for an empty box, NaN for what is no number. */
export function numberOf(form: FormData, name: string): number | null {
  const text = textOf(form, name).trim().replaceAll(',', '');
  return text === '' ? null : Number(text);
}
