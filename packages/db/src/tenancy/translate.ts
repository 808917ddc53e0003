import {
  BadValue,
  Conflict,
  type ConflictKind,
  Lost,
  type RefusalCode,
  Refused,
  refusalCodes,
  Unavailable,
} from './faults.ts';

/** What the driver gives for an error that the server answered. */
export interface ServerError extends Error {
  code: string;
  severity?: string;
  routine?: string;
  constraint_name?: string;
  table_name?: string;
  column_name?: string;
}

export function isServerError(error: unknown): error is ServerError {
  return error instanceof Error && error.name === 'PostgresError' && 'code' in error && typeof error.code === 'string';
}

/** After these the server closes the connection. */
export function endsConnection(error: ServerError): boolean {
  return error.severity === 'FATAL' || error.severity === 'PANIC';
}

export function isStalePlan(error: unknown): boolean {
  return isServerError(error) && error.code === '0A000' && error.routine === 'RevalidateCachedQuery';
}

const conflicts: Record<string, ConflictKind> = {
  '23505': 'unique',
  '23503': 'foreign',
  '23514': 'check',
  '23P01': 'exclusion',
  '23502': 'notNull',
};

// Serialisation, deadlock, lock timeout, cancelled, too few resources.
const passing = /^(?:40|53|55P03$|57014$)/;
const lost = /^(?:08|57P)/;

function isRefusal(code: string): code is RefusalCode {
  return refusalCodes.has(code);
}

/** The error as the callers know it; what is left is a mistake in code and stays what it is. */
export function translate(error: unknown): unknown {
  if (!isServerError(error)) return error;
  const { code } = error;
  if (isRefusal(code)) return new Refused(code, { cause: error });
  if (code.startsWith('S110')) return new Lost(error.message, { cause: error });
  const kind = conflicts[code];
  if (kind)
    return new Conflict(kind, error.constraint_name ?? `${error.table_name}.${error.column_name}`, { cause: error });
  if (endsConnection(error) || lost.test(code)) return new Unavailable('connection', 'none', { cause: error });
  if (passing.test(code) || isStalePlan(error)) return new Unavailable('busy', 'none', { cause: error });
  if (code.startsWith('22') || code.startsWith('54')) return new BadValue(code, { cause: error });
  return error;
}
