import * as z from 'zod/mini';
import type { ImportFault, ImportKind, Values } from './kind.ts';

interface Read {
  values: Values | null;
  faults: ImportFault[];
  key: string | null;
}

// What the schemas of the form say, and what zod finds itself.
const own: Readonly<Record<string, string>> = { too_big: 'tooLong', too_small: 'tooShort', invalid_format: 'invalid' };
const wordOf = ({ code, message }: z.core.$ZodIssue): string =>
  /^[a-z][A-Za-z0-9]*$/.test(message) ? message : (own[code] ?? 'invalid');

/** One row of a file, read by the columns that were chosen and held against the schema of the form. */
export function draftOf(
  kind: Pick<ImportKind, 'columns' | 'blank' | 'schema' | 'whole' | 'keyOf'>,
  chosen: readonly (string | null)[],
  cells: readonly string[],
  today: string,
): Read {
  const faults: ImportFault[] = [];
  const given: Values = {};
  for (const [at, name] of chosen.entries()) {
    const cell = cells[at] ?? '';
    const column = name === null || cell === '' ? undefined : kind.columns.find((one) => one.name === name);
    if (!column) continue;
    const read = column.read(cell, today);
    if (typeof read === 'string') faults.push({ column: column.name, message: read });
    // What a column of its own says is not said again by a second number in another's cell.
    else
      for (const [field, value] of Object.entries(read)) if (field === name || !(field in given)) given[field] = value;
  }
  const parsed = z.safeParse(kind.schema, { ...kind.blank, ...given });
  const wrong = new Set(faults.map(({ column }) => column));
  if (!parsed.success)
    for (const issue of parsed.error.issues) {
      const column = String(issue.path[0] ?? '');
      const isMissing = !(column in given);
      if (!wrong.has(column)) faults.push({ column, message: isMissing ? 'required' : wordOf(issue) });
      wrong.add(column);
    }
  const values = parsed.success ? (parsed.data as Values) : null;
  if (values) faults.push(...kind.whole({ ...given, ...values }, today));
  return faults.length > 0 || !values
    ? { values: null, faults, key: values ? kind.keyOf(values) : null }
    : { values, faults, key: kind.keyOf(values) };
}
