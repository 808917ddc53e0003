import { AppError } from '../../../errors/app-error.ts';
import type { PersonScope } from '../../../procedures/context.ts';
import { limitMails } from '../link/limit-mails.ts';

export async function sendVerification({ identity, at, services, request }: PersonScope) {
  const { email } = await identity.person(at);
  if (!limitMails(services, request, email)) throw new AppError('too_many_calls');
  await identity.askLetter({ purpose: 'verify', at });
  return { done: true as const };
}
