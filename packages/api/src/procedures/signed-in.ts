import type * as z from 'zod/mini';
import type { Context, PersonScope } from './context.ts';
import { mutation, query } from './endpoint.ts';
import { atOf, explainRefusal, signedOf } from './gate.ts';
import { type Schema, writeOutput } from './schema.ts';

/** What a person does with their own account, whatever tenant they are in: identity functions check the session. */
export const signedInProcedure = {
  input: <I extends Schema>(input: I) => ({
    output: <O extends Schema>(output: O) => {
      type Verb = (scope: PersonScope, input: z.core.output<I>) => Promise<z.core.input<O>>;
      const meta = { kind: 'signedIn', permission: null, input, output } as const;
      const run = async (context: Context, verb: Verb, given: z.core.output<I>) => {
        const signed = signedOf(context);
        context.trace.tenant = signed.tenant;
        const { services, request, database } = context;
        try {
          const scope = { identity: database.identity, at: atOf(context, signed), services, request };
          return writeOutput(output, await verb(scope, given));
        } catch (error) {
          throw await explainRefusal(context, signed, error);
        }
      };
      return {
        reads: (verb: Verb) =>
          query({ ...meta, idempotent: 'read' }, ({ context, input: given }) => run(context, verb, given)),
        changes: (verb: Verb) =>
          mutation({ ...meta, idempotent: 'natural' }, ({ context, input: given }) => run(context, verb, given)),
      };
    },
  }),
};
