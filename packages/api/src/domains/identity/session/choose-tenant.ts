import { AppError } from '../../../errors/app-error.ts';
import type { PersonScope } from '../../../procedures/context.ts';
import { deriveSecret } from '../../../sign-in/derive.ts';

/** The row changes, not the generation: late answers with the former tenant are put right by the next page. */
export async function chooseTenant({ identity, at, services, request }: PersonScope, input: { tenantId: string }) {
  const { signIn } = services;
  const reading = signIn.read(request.cookie);
  if (reading.kind !== 'one') throw new AppError('unauthorized');
  const chosen = await identity.chooseTenant(at, input.tenantId);
  if (!chosen) throw new AppError('not_found');
  const facts = await identity.sessionFacts(at);
  if (!facts || facts.ended || facts.state === 'stale') throw new AppError('unauthorized');
  const secret = deriveSecret(signIn.settings.secretKey, at.session, facts.seed, facts.generation);
  request.setCookies.push(signIn.seal({ ...reading.cookie, ...chosen, secret }, facts.expiresAt));
  return chosen;
}
