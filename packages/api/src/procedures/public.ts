import type * as z from 'zod/mini';
import type { Context, OpenScope } from './context.ts';
import { mutation, query } from './endpoint.ts';
import { atOf } from './gate.ts';
import { type Schema, writeOutput } from './schema.ts';

const scopeOf = (context: Context): OpenScope => ({
  identity: context.database.identity,
  at: context.signed && atOf(context, context.signed),
  services: context.services,
  request: context.request,
});

/** What anyone may call, signed in or not: only functions of identity stand behind it. */
export const publicProcedure = {
  input: <I extends Schema>(input: I) => ({
    output: <O extends Schema>(output: O) => {
      type Verb = (scope: OpenScope, input: z.core.output<I>) => Promise<z.core.input<O>>;
      const meta = { kind: 'public', permission: null, input, output } as const;
      return {
        reads: (verb: Verb) =>
          query({ ...meta, idempotent: 'read' }, async ({ context, input: given }) =>
            writeOutput(output, await verb(scopeOf(context), given)),
          ),
        changes: (verb: Verb) =>
          mutation({ ...meta, idempotent: 'natural' }, async ({ context, input: given }) =>
            writeOutput(output, await verb(scopeOf(context), given)),
          ),
      };
    },
  }),
};
