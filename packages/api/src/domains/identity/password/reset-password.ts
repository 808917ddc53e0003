import { AppError } from '../../../errors/app-error.ts';
import { hashToken } from '../../../one-time-token.ts';
import type { OpenScope } from '../../../procedures/context.ts';
import { known } from '../../../sign-in/password-line.ts';
import { refuseListedPassword } from './refuse-listed-password.ts';

/** Ends all sessions of the person. The token is looked at first: a hash is dear. */
export async function resetPassword(
  { identity, services, request }: OpenScope,
  input: { token: string; password: string },
) {
  const tokenHash = hashToken(input.token);
  if (!(await identity.tokenFacts(tokenHash, 'reset'))) throw new AppError('invalid_token');
  await refuseListedPassword(input.password, 'password');
  const hash = await services.passwords.hash(input.password, known(input.token));
  const person = await identity.resetPassword(tokenHash, hash, services.signIn.settings.portal);
  if (!person) throw new AppError('invalid_token');
  // Who opened the mailed link is its owner: the next sign-in here need not wait for a stranger's tries.
  services.signIn.rememberDevice(request, person.email);
  return { done: true as const };
}
