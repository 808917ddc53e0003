import type { TokenPurpose } from '@studyspot/db/identity';
import { AppError } from '../../../errors/app-error.ts';
import { hashToken } from '../../../one-time-token.ts';
import type { OpenScope } from '../../../procedures/context.ts';

export async function tokenFacts({ identity }: OpenScope, input: { token: string; purpose: TokenPurpose }) {
  const facts = await identity.tokenFacts(hashToken(input.token), input.purpose);
  if (!facts) throw new AppError('invalid_token');
  return facts;
}
