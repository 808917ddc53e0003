import type { TRPCMutationProcedure, TRPCQueryProcedure } from '@trpc/server';
import type * as z from 'zod/mini';
import { translate } from '../errors/translate.ts';
import type { Context } from './context.ts';
import { openPlaces, readInput, type Schema, unmeasuredPlaces } from './schema.ts';
import { type Meta, t } from './trpc.ts';

export interface Call<I extends Schema> {
  context: Context;
  input: z.core.output<I>;
  path: string;
}

interface Types<I extends Schema, O extends Schema> {
  input: z.core.input<I>;
  output: z.core.output<O>;
  meta: Meta;
}

export type Query<I extends Schema, O extends Schema> = TRPCQueryProcedure<Types<I, O>>;
export type Mutation<I extends Schema, O extends Schema> = TRPCMutationProcedure<Types<I, O>>;

interface Given {
  ctx: Context;
  path: string;
}

/** A resolver is handed what a middleware is; only its type says less. */
interface Asked extends Given {
  getRawInput(): Promise<unknown>;
}

type Run<I extends Schema> = (call: Call<I>) => Promise<unknown>;

function prepare<I extends Schema>(meta: Meta, input: I, run: Run<I>, isRead: boolean) {
  const open = openPlaces(meta.output);
  if (open.length > 0) throw new Error(`an output must name all that leaves: ${open.join('; ')}`);
  const unmeasured = unmeasuredPlaces(input);
  if (unmeasured.length > 0) throw new Error(`an input must be measured before it is read: ${unmeasured.join('; ')}`);
  const base = t.procedure.meta(meta);
  const answer = async (given: Given): Promise<unknown> => {
    try {
      const { ctx, path, getRawInput } = given as Asked;
      const answered = async () => run({ context: ctx, input: readInput(input, await getRawInput()), path });
      return await (ctx.around ? ctx.around(path, isRead, answered) : answered());
    } catch (error) {
      throw translate(error);
    }
  };
  return { base, answer };
}

// Input and output are read by our own two functions, so that faults carry fields and a change is checked before it is
// committed; the casts only tell tRPC what those two functions already hold.
export function query<I extends Schema, O extends Schema>(
  meta: Meta & { input: I; output: O },
  run: Run<I>,
): Query<I, O> {
  const { base, answer } = prepare(meta, meta.input, run, true);
  return base.query(answer) as Query<I, O>;
}

export function mutation<I extends Schema, O extends Schema>(
  meta: Meta & { input: I; output: O },
  run: Run<I>,
): Mutation<I, O> {
  const { base, answer } = prepare(meta, meta.input, run, false);
  return base.mutation(answer) as Mutation<I, O>;
}
