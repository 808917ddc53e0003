import { acts, idempotencyKeys } from '@studyspot/db/schema/system';
import type { ChangeScope as DbChangeScope, ReadScope as DbReadScope } from '@studyspot/db/tenancy/scope';
import type * as z from 'zod/mini';
import type { RequestFacts } from '../request.ts';
import type { Services } from '../services.ts';
import type { Context } from './context.ts';
import { type Call, type Mutation, mutation, type Query, query } from './endpoint.ts';
import { type Door, enterToChange, enterToRead } from './gate.ts';
import { type KeyTable, once, Replay } from './idempotency.ts';
import { type Schema, writeOutput } from './schema.ts';
import type { Idempotency, Meta } from './trpc.ts';

interface Surroundings {
  services: Services;
  request: RequestFacts;
}

export interface ReadScope extends DbReadScope, Surroundings {}

export interface ChangeScope extends DbChangeScope, Surroundings {
  /** Runs once the commit was answered; a failure is logged and undoes nothing. */
  after(effect: () => Promise<void>): void;
}

type In<I extends Schema> = z.core.output<I>;
type Result<O extends Schema> = Promise<z.core.input<O>>;
type Keyed<I extends Schema, Then> = In<I> extends { requestKey: string } ? Then : never;

export interface TenantVerbs<I extends Schema, O extends Schema> {
  reads(verb: (scope: ReadScope, input: In<I>) => Result<O>): Query<I, O>;
  changes(verb: (scope: ChangeScope, input: In<I>) => Result<O>): Mutation<I, O>;
  /** As `changes`, once per `requestKey` of the input. */
  creates: Keyed<I, (verb: (scope: ChangeScope, input: In<I>) => Result<O>) => Mutation<I, O>>;
  /** As `changes`, once per `requestKey` however long ago: for what a phone keeps until it can send it. */
  acts: Keyed<I, (verb: (scope: ChangeScope, input: In<I>) => Result<O>) => Mutation<I, O>>;
}

/** A procedure that has its permission and lacks the rest. */
export interface Permitted {
  input<I extends Schema>(input: I): { output<O extends Schema>(output: O): TenantVerbs<I, O> };
}

const surroundings = ({ services, request }: Context): Surroundings => ({ services, request });

async function runEffects(context: Context, path: string, effects: (() => Promise<void>)[]): Promise<void> {
  for (const effect of effects) {
    try {
      await effect();
    } catch (error) {
      context.services.log.error({ requestId: context.request.id, procedure: path, err: error }, 'effect failed');
    }
  }
}

const keyOf = (input: unknown): string => {
  const key = typeof input === 'object' && input !== null && 'requestKey' in input ? input.requestKey : undefined;
  if (typeof key !== 'string') throw new Error('what is done once per key needs requestKey in its input');
  return key;
};

interface Change<I extends Schema, C> {
  door: Door;
  /** Null where nothing remembers the call. */
  keys: KeyTable | null;
  verb: (scope: ChangeScope, input: In<I>) => Promise<C>;
}

async function commit<I extends Schema, C>(call: Call<I>, change: Change<I, C>): Promise<C> {
  const { context, input, path } = call;
  const effects: (() => Promise<void>)[] = [];
  const after = (effect: () => Promise<void>) => void effects.push(effect);
  const run = (scope: DbChangeScope) => change.verb({ ...scope, ...surroundings(context), after }, input);
  const { keys } = change;
  const keyed = (table: KeyTable) => (scope: DbChangeScope) =>
    once(scope.db, { table, key: keyOf(input), procedure: path, body: input, asker: scope.actor }, () => run(scope));
  try {
    const entered = await enterToChange(context, change.door, keys ? keyed(keys) : run);
    await runEffects(context, path, effects);
    return entered.result;
  } catch (error) {
    if (error instanceof Replay) return error.response as C;
    throw error;
  }
}

const hasVersion = (schema: Schema): boolean => {
  const { def } = schema._zod;
  return 'shape' in def && typeof def.shape === 'object' && def.shape !== null && 'version' in def.shape;
};

/** The ways in which a tenant's or the platform's procedure may run its verb. */
export function verbsOf<I extends Schema, O extends Schema>(door: Door, input: I, output: O): TenantVerbs<I, O> {
  const meta = (idempotent: Idempotency): Meta & { input: I; output: O } => ({ ...door, idempotent, input, output });
  const plain = hasVersion(input) ? 'version' : 'natural';

  // The answer is checked inside the transaction: one that does not fit undoes the change.
  const direct = (keys: KeyTable | null, verb: (scope: ChangeScope, input: In<I>) => Result<O>): Mutation<I, O> =>
    mutation(meta(keys ? 'key' : plain), async (call) => {
      const checked = async (scope: ChangeScope, given: In<I>) => writeOutput(output, await verb(scope, given));
      return commit(call, { door, keys, verb: checked });
    });

  const verbs = {
    reads: (verb: (scope: ReadScope, input: In<I>) => Result<O>) =>
      query(meta('read'), async ({ context, input: given }) => {
        const around = surroundings(context);
        const entered = await enterToRead(context, door, (scope) => verb({ ...scope, ...around }, given));
        return writeOutput(output, entered.result);
      }),
    changes: direct.bind(null, null),
    creates: direct.bind(null, idempotencyKeys),
    acts: direct.bind(null, acts),
  };
  return verbs as TenantVerbs<I, O>;
}
