import type { Conflict, RefusalCode, Unavailable } from '@studyspot/db/tenancy/faults';
import { AppError, type FieldFault, isAppError } from './app-error.ts';
import type { Code } from './codes.ts';

const refusals: Record<RefusalCode, Code> = {
  S1001: 'unauthorized',
  S1003: 'token_expired',
  S1004: 'insufficient_permissions',
  S1006: 'account_inactive',
  S4002: 'subscription_expired',
  S4004: 'tenant_suspended',
};

const byKind: Record<Conflict['kind'], Code> = {
  unique: 'duplicate_entry',
  exclusion: 'already_exists',
  foreign: 'not_found',
  check: 'validation',
  notNull: 'required_field_missing',
};

const named = <T extends Error>(error: unknown, name: T['name']): error is T =>
  error instanceof Error && error.name === name;

export const isRefusal = (error: unknown, code: RefusalCode): boolean =>
  error instanceof Error && error.name === 'Refused' && 'code' in error && error.code === code;

// A unique key is named TABLE_tenant_id_COLUMN_key: a race then still ends beside the field of the form.
function fieldOf({ kind, constraint }: Conflict): FieldFault[] {
  const [, column] = constraint.split('_tenant_id_');
  if (kind !== 'unique' || !column?.endsWith('_key') || column.endsWith('_id_key')) return [];
  const path = column.slice(0, -'_key'.length).replace(/_[a-z]/g, ([, letter = '']) => letter.toUpperCase());
  return [{ path, message: 'taken' }];
}

const fromConflict = (error: Conflict) => new AppError(byKind[error.kind], { fields: fieldOf(error), cause: error });

const isRefusalCode = (code: unknown): code is RefusalCode => typeof code === 'string' && Object.hasOwn(refusals, code);

/**
 * Whatever was thrown, as the one error that may leave. Told apart by name and code, never by class: two copies of a
 * package can live in one process. What is not known here is 'server', its cause for the log alone.
 */
export function translate(error: unknown): AppError {
  if (isAppError(error)) return error;
  if (named(error, 'TRPCError')) return fromTrpc(error);
  if (named(error, 'Refused') && 'code' in error && isRefusalCode(error.code)) {
    return new AppError(refusals[error.code], { cause: error });
  }
  if (named<Conflict>(error, 'Conflict')) return fromConflict(error);
  if (named<Unavailable>(error, 'Unavailable')) {
    return new AppError(error.outcome === 'unknown' ? 'database' : 'unavailable', { cause: error });
  }
  if (named(error, 'BadValue')) return new AppError('invalid_format', { cause: error });
  if (named(error, 'PasswordsBusy')) return new AppError('unavailable', { cause: error });
  if (named(error, 'MailFailed')) return new AppError('email', { cause: error });
  return new AppError('server', { cause: error });
}

function fromTrpc(error: Error): AppError {
  if (isAppError(error.cause)) return error.cause;
  const code = 'code' in error ? error.code : undefined;
  if (code === 'NOT_FOUND') return new AppError('not_found', { cause: error });
  if (code === 'BAD_REQUEST' || code === 'PARSE_ERROR') return new AppError('invalid_format', { cause: error });
  if (code === 'METHOD_NOT_SUPPORTED')
    return new AppError('invalid_format', { cause: error, trpc: 'METHOD_NOT_SUPPORTED' });
  return error.cause === undefined ? new AppError('server', { cause: error }) : translate(error.cause);
}
