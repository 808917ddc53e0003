/** A pattern for ILIKE that finds the text anywhere, its own % and _ taken literally; undefined finds everything. */
export function containing(text: string | undefined): string | undefined {
  return text ? `%${text.replace(/[\\%_]/g, '\\$&')}%` : undefined;
}

/** What people put between the parts of a name, a code or a phone number, each in their own way: spaces, dashes, brackets. */
export const SEPARATORS = ' \u00a0\t-\u2010\u2011\u2012\u2013\u2014()';

export const withoutSeparators = (text: string): string =>
  [...text].filter((character) => !SEPARATORS.includes(character)).join('');
