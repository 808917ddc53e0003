/** A pattern for ILIKE that finds the text anywhere, its own % and _ taken literally; undefined finds everything. */
export function containing(text: string | undefined): string | undefined {
  return text ? `%${text.replace(/[\\%_]/g, '\\$&')}%` : undefined;
}
