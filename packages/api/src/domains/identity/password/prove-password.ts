import { AppError } from '../../../errors/app-error.ts';
import type { PersonScope } from '../../../procedures/context.ts';
import { type Asker, known } from '../../../sign-in/password-line.ts';
import { accountOf } from '../../../sign-in/throttle.ts';

/**
 * Someone with a stolen session must not guess here what the sign-in page would slow down, nor keep the workers busy
 * with what they know. Gives what the person asks for further work on passwords as.
 */
export async function provePassword(
  { identity, at, services }: PersonScope,
  given: string,
  field: string,
): Promise<Asker> {
  let account = '';
  const admission = await services.signIn.throttle.enterAgain(at.session, async () => {
    account = accountOf((await identity.person(at)).email);
    return account;
  });
  if (!admission.pass) throw new AppError('too_many_calls', { details: { retryAfter: admission.retryAfterSeconds } });
  try {
    const asker = known(account);
    if (await services.passwords.matches(given, () => identity.passwordOf(at), asker)) {
      admission.right();
      return asker;
    }
    admission.wrong();
  } finally {
    admission.unjudged();
  }
  throw new AppError('invalid_credentials', { fields: [{ path: field, message: 'password.wrong' }] });
}
