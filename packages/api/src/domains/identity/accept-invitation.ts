import { AppError } from '../../errors/app-error.ts';
import { hashToken } from '../../one-time-token.ts';
import type { OpenScope } from '../../procedures/context.ts';

export interface Acceptance {
  token: string;
  name?: string | undefined;
  password?: string | undefined;
}

/** A person who has a password keeps it and their name: the one who invited them decides neither. */
export async function acceptInvitation({ identity, services, request }: OpenScope, input: Acceptance) {
  const tokenHash = hashToken(input.token);
  const facts = await identity.tokenFacts(tokenHash, 'invite');
  if (!facts) throw new AppError(1002);
  if (facts.needsPassword && input.password === undefined) throw missing('password');
  const hash = facts.needsPassword && input.password ? await services.passwords.hash(input.password) : null;
  const accepted = await identity.acceptInvitation(tokenHash, input.name ?? facts.name, hash);
  if (!accepted) throw new AppError(1002);
  if (accepted.outcome === 'needs-password') throw missing('password');
  services.signIn.rememberDevice(request, accepted.email);
  return { done: true as const };
}

const missing = (path: string) => new AppError(2002, { fields: [{ path, message: 'required' }] });
