import type { Code, Outcome } from './codes.ts';

/** What is wrong with one field. `message` is a key of `fields` in the message files, `values` fill its blanks. */
export interface FieldFault {
  path: string;
  message: string;
  values?: Record<string, string | number>;
}

export interface AppErrorOptions {
  fields?: readonly FieldFault[];
  /** Facts a page acts on (`reason`, `tenant`, `retryAfter`): never text for people, never anything secret. */
  details?: Record<string, string | number | boolean>;
  cause?: unknown;
  /** Only where the code's usual outcome does not fit, as for a wrong method. */
  trpc?: Outcome;
}

/** The one error a verb throws. Told apart by `name`, since two copies of this file may live in one process. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: Code;
  readonly fields: readonly FieldFault[];
  readonly details: AppErrorOptions['details'];
  readonly trpc: Outcome | undefined;

  constructor(code: Code, options: AppErrorOptions = {}) {
    super(`error ${code}`, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.fields = options.fields ?? [];
    this.details = options.details;
    this.trpc = options.trpc;
  }
}

export const isAppError = (error: unknown): error is AppError => error instanceof Error && error.name === 'AppError';

/** What goes over the wire as `error.data`, and nothing else. */
export interface ErrorData {
  number: number;
  name: Code;
  sentence: string;
  fields: { path: string; message: string }[];
  details?: Record<string, string | number | boolean>;
  requestId: string;
}
