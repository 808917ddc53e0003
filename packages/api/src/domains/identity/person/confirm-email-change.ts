import { AppError } from '../../../errors/app-error.ts';
import { letter } from '../../../letters/letter.ts';
import { hashToken } from '../../../one-time-token.ts';
import type { OpenScope } from '../../../procedures/context.ts';

export async function confirmEmailChange({ identity, services }: OpenScope, input: { token: string }) {
  const changed = await identity.changeEmail(hashToken(input.token));
  if (!changed) throw new AppError('invalid_token');
  const { was, email, ...person } = changed;
  services.signIn.later(async () => {
    const link = services.urls.portal;
    await services.mail.send(letter('emailChanged', { ...person, email: was }, { link, address: email }));
  });
  return { done: true as const };
}
