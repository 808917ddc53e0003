/** A pattern for LIKE that finds the text anywhere, its own % and _ taken literally. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** What people put between the parts of a name, a code or a phone number, each in their own way: spaces, dashes, brackets. */
export const SEPARATORS = ' \u00a0\t-\u2010\u2011\u2012\u2013\u2014()';

export const withoutSeparators = (text: string): string =>
  [...text].filter((character) => !SEPARATORS.includes(character)).join('');
