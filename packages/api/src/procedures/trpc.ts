import { initTRPC } from '@trpc/server';
import type { ErrorData } from '../errors/app-error.ts';
import { codes, type Outcome, outcomes } from '../errors/codes.ts';
import { errorData } from '../errors/sentences.ts';
import { translate } from '../errors/translate.ts';
import type { Permission } from '../permissions/table.ts';
import type { Context } from './context.ts';
import type { Schema } from './schema.ts';

export type Kind = 'public' | 'signedIn' | 'tenant' | 'platform';

/** Twice the same call: read changes nothing, key answers the same, version refuses, natural leaves the same state. */
export type Idempotency = 'read' | 'key' | 'version' | 'natural';

/** What the proofs walk: `router._def.procedures[path]._def.meta`. */
export interface Meta {
  kind: Kind;
  permission: Permission | null;
  idempotent: Idempotency;
  input: Schema;
  output: Schema;
}

export interface ErrorShape {
  message: string;
  code: (typeof outcomes)[Outcome]['rpc'];
  data: ErrorData;
}

export function errorShape(cause: unknown, request: Context['request'] | undefined): ErrorShape {
  const error = translate(cause);
  const data = errorData(error, request ?? { id: '', locale: 'en' });
  return { message: data.sentence, code: outcomes[error.trpc ?? codes[error.code].trpc].rpc, data };
}

/** Raw procedures stay inside this folder; everything else builds with the four kinds. */
export const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({ isDev: false, errorFormatter: ({ error, ctx }) => errorShape(error, ctx?.request) });
