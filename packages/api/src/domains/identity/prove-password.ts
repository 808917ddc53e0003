import { AppError } from '../../errors/app-error.ts';
import type { PersonScope } from '../../procedures/context.ts';

/** Someone with a stolen session must not guess here what the sign-in page would slow down. */
export async function provePassword({ identity, at, services, request }: PersonScope, password: string, field: string) {
  const { throttle } = services.signIn;
  const attempt = { account: 'signed in', address: request.address, knownDevice: at.session };
  const admission = await throttle.enter(attempt);
  if (!admission.pass) throw new AppError('too_many_calls', { details: { retryAfter: admission.retryAfterSeconds } });
  let right: boolean;
  try {
    right = await services.passwords.matches(password, await identity.passwordOf(at));
  } catch (error) {
    admission.unjudged();
    throw error;
  }
  if (!right) {
    throw new AppError('invalid_credentials', { fields: [{ path: field, message: 'password.wrong' }] });
  }
  admission.succeeded();
}
