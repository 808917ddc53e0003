import { AppError } from '../../../errors/app-error.ts';
import { hashToken } from '../../../one-time-token.ts';
import type { OpenScope } from '../../../procedures/context.ts';

export async function verifyEmail({ identity }: OpenScope, input: { token: string }) {
  if (!(await identity.verifyEmail(hashToken(input.token)))) throw new AppError('invalid_token');
  return { done: true as const };
}
