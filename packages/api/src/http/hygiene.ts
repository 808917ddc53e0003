import { AppError, type FieldFault } from '../errors/app-error.ts';

const DEEPEST = 16;
// A list's own limit is looked at once its items were read: 100,000 of them would each get a fault of their own.
const MOST_VALUES = 4_000;
const refusedNames = new Set(['__proto__', 'constructor', 'prototype']);

function fault(value: unknown): FieldFault['message'] | null {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0') ? null : 'text';
  if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER) return 'numberRange';
  return null;
}

interface Findings {
  faults: FieldFault[];
  values: number;
}

function search(value: unknown, path: string[], found: Findings): void {
  const { faults } = found;
  const message = fault(value);
  if (message) faults.push({ path: path.join('.'), message });
  if (typeof value !== 'object' || value === null || faults.length > 20) return;
  if (path.length >= DEEPEST) {
    faults.push({ path: path.slice(0, 3).join('.'), message: 'tooDeep' });
    return;
  }
  found.values += Array.isArray(value) ? value.length : Object.keys(value).length;
  if (found.values > MOST_VALUES) {
    faults.push({ path: path.join('.'), message: 'tooMany', values: { maximum: MOST_VALUES } });
    return;
  }
  for (const [name, item] of Object.entries(value)) {
    if (refusedNames.has(name) || fault(name)) faults.push({ path: path.join('.'), message: 'name' });
    else search(item, [...path, name], found);
  }
}

/** What no schema has to think of: text that Postgres cannot store, lost digits, names with power, far too many values. */
export function checkHygiene(input: unknown): void {
  const faults: FieldFault[] = [];
  search(input, [], { faults, values: 0 });
  if (faults.length > 0) throw new AppError('invalid_format', { fields: faults });
}
