import { AppError } from '../../errors/app-error.ts';

/** Told apart by name: two copies of the faults may live in one process. */
export function codeTaken(error: unknown): never {
  if (
    error instanceof Error &&
    error.name === 'Conflict' &&
    'constraint' in error &&
    error.constraint === 'libraries_tenant_id_code_key'
  ) {
    throw new AppError(2004, { fields: [{ path: 'code', message: 'taken' }], cause: error });
  }
  throw error;
}
