import type { Actor, ChangeScope, Entered, Entry, ReadScope } from '@studyspot/db/tenancy/scope';
import { AppError } from '../errors/app-error.ts';
import { isRefusal } from '../errors/translate.ts';
import { keptWhenExpired, type Permission, rolesWith } from '../permissions/table.ts';
import type { At, Context, Signed } from './context.ts';

export const atOf = (context: Pick<Context, 'portal'>, signed: Signed): At => ({
  session: signed.session,
  secretHash: signed.secretHash,
  portal: context.portal,
});

export function signedOf(context: Pick<Context, 'signed'>): Signed {
  if (!context.signed) throw new AppError('unauthorized');
  return context.signed;
}

function claimOf(context: Context, signed: Signed): string {
  const { tenant } = signed;
  if (tenant === null) throw new AppError('unauthorized', { details: { reason: 'choose_tenant' } });
  // A page drawn for A must not act in B: compared, never used.
  const { drawnFor } = context;
  if (drawnFor.tenant !== null && drawnFor.tenant !== tenant) throw switched(tenant);
  return tenant;
}

const switched = (tenant: string) =>
  new AppError('changed_meanwhile', { details: { reason: 'tenant_switched', tenant } });

// Two who share a device and a business: what one has left open must not act, nor read, as the other.
function checkPerson({ drawnFor }: Context, { userId }: Actor): void {
  if (drawnFor.person !== null && drawnFor.person !== userId)
    throw new AppError('changed_meanwhile', { details: { reason: 'person_switched' } });
}

export interface Door {
  kind: 'tenant' | 'platform';
  permission: Permission;
}

function entryFor(context: Context, signed: Signed, door: Door, isSilent: boolean): Entry {
  const tenant = claimOf(context, signed);
  context.trace.tenant = tenant;
  return {
    login: door.kind,
    session: signed.session,
    secretHash: signed.secretHash,
    portal: context.portal,
    tenant,
    library: signed.library,
    permission: door.permission,
    roles: rolesWith(door.permission),
    evenExpired: keptWhenExpired(door.permission),
    silent: isSilent,
    requestId: context.request.id,
  };
}

/** Why a signed cookie was refused: stolen and used again, another tenant chosen since, or simply over. */
export async function explainRefusal(context: Context, signed: Signed, error: unknown): Promise<unknown> {
  if (!isRefusal(error, 'S1001')) return error;
  const { identity } = context.database;
  const at = atOf(context, signed);
  if (await identity.endIfReused(at))
    return new AppError('unauthorized', { details: { reason: 'reuse' }, cause: error });
  const facts = await identity.sessionFacts(at);
  const isAlive = facts !== null && !facts.ended && facts.state !== 'stale';
  if (!isAlive || facts.tenant === signed.tenant) return error;
  if (facts.tenant === null)
    return new AppError('unauthorized', { details: { reason: 'choose_tenant' }, cause: error });
  return switched(facts.tenant);
}

// The secret is confirmed once per rotation, outside the transaction; a failure only means that the next call does it.
async function confirm(context: Context, signed: Signed): Promise<void> {
  try {
    await context.database.identity.confirm(atOf(context, signed));
  } catch (error) {
    context.services.log.warn({ requestId: context.request.id, err: error }, 'session not confirmed');
  }
}

async function through<T>(context: Context, signed: Signed, enter: () => Promise<Entered<T>>): Promise<Entered<T>> {
  try {
    const entered = await enter();
    context.trace.user = entered.actor.userId;
    checkPerson(context, entered.actor);
    if (entered.confirm && !context.request.isRenewed) await confirm(context, signed);
    return entered;
  } catch (error) {
    throw await explainRefusal(context, signed, error);
  }
}

export function enterToRead<T>(
  context: Context,
  door: Door,
  verb: (scope: ReadScope) => Promise<T>,
): Promise<Entered<T>> {
  const signed = signedOf(context);
  const entry = entryFor(context, signed, door, false);
  return through(context, signed, () => context.database.read(entry, verb, context.request.gone));
}

export function enterToChange<T>(
  context: Context,
  door: Door,
  verb: (scope: ChangeScope) => Promise<T>,
  isSilent = false,
): Promise<Entered<T>> {
  const signed = signedOf(context);
  const entry = entryFor(context, signed, door, isSilent);
  const asDrawn = (scope: ChangeScope) => {
    checkPerson(context, scope.actor);
    return verb(scope);
  };
  return through(context, signed, () => context.database.change(entry, asDrawn));
}
