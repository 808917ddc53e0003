import { AppError } from '../../../errors/app-error.ts';
import { hashToken } from '../../../one-time-token.ts';
import type { OpenScope } from '../../../procedures/context.ts';

/** The link came from the account's mailbox: the browser that opens it is no stranger any more. */
export async function passDevice({ identity, services, request }: OpenScope, input: { token: string }) {
  const passed = await identity.passDevice(hashToken(input.token));
  if (!passed) throw new AppError('invalid_token');
  services.signIn.rememberDevice(request, passed.email);
  return { done: true as const };
}
