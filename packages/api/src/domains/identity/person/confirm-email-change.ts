import { AppError } from '../../../errors/app-error.ts';
import { hashToken } from '../../../one-time-token.ts';
import type { OpenScope } from '../../../procedures/context.ts';

export async function confirmEmailChange({ identity, services }: OpenScope, input: { token: string }) {
  const changed = await identity.changeEmail(hashToken(input.token), services.signIn.settings.portal);
  if (!changed) throw new AppError('invalid_token');
  return { done: true as const };
}
