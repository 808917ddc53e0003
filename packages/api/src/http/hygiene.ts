import { AppError, type FieldFault } from '../errors/app-error.ts';

const DEEPEST = 16;
const refusedNames = new Set(['__proto__', 'constructor', 'prototype']);

function fault(value: unknown): FieldFault['message'] | null {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0') ? null : 'text';
  if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER) return 'numberRange';
  return null;
}

function search(value: unknown, path: string[], faults: FieldFault[]): void {
  const message = fault(value);
  if (message) faults.push({ path: path.join('.'), message });
  if (typeof value !== 'object' || value === null || faults.length > 20) return;
  if (path.length >= DEEPEST) {
    faults.push({ path: path.slice(0, 3).join('.'), message: 'tooDeep' });
    return;
  }
  for (const [name, item] of Object.entries(value)) {
    if (refusedNames.has(name) || fault(name)) faults.push({ path: path.join('.'), message: 'name' });
    else search(item, [...path, name], faults);
  }
}

/** What no schema should have to think of: text that Postgres cannot store, numbers that lost digits, names with power. */
export function checkHygiene(input: unknown): void {
  const faults: FieldFault[] = [];
  search(input, [], faults);
  if (faults.length > 0) throw new AppError('invalid_format', { fields: faults });
}
