import { AppError } from '../../../errors/app-error.ts';
import { hashToken } from '../../../one-time-token.ts';
import type { OpenScope } from '../../../procedures/context.ts';
import type { Services } from '../../../services.ts';
import { known } from '../../../sign-in/password-line.ts';
import { refuseListedPassword } from '../password/refuse-listed-password.ts';

export interface Acceptance {
  token: string;
  name?: string | undefined;
  password?: string | undefined;
}

/** A person who has a password keeps it and their name: the one who invited them decides neither. */
export async function acceptInvitation({ identity, services, request }: OpenScope, input: Acceptance) {
  const tokenHash = hashToken(input.token);
  const facts = await identity.tokenFacts(tokenHash, 'invite');
  if (!facts) throw new AppError('invalid_token');
  const hash = facts.needsPassword ? await hashNew(services, input) : null;
  const accepted = await identity.acceptInvitation(tokenHash, input.name ?? facts.name, hash);
  if (!accepted) throw new AppError('invalid_token');
  if (accepted.outcome === 'needs-password') throw missing('password');
  services.signIn.rememberDevice(request, accepted.email);
  return { done: true as const };
}

async function hashNew({ passwords }: Services, { token, password }: Acceptance): Promise<string> {
  if (password === undefined) throw missing('password');
  await refuseListedPassword(password, 'password');
  return await passwords.hash(password, known(token));
}

const missing = (path: string) => new AppError('required_field_missing', { fields: [{ path, message: 'required' }] });
