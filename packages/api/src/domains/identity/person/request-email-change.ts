import type { PersonScope } from '../../../procedures/context.ts';
import { limitMails, mustHaveRoomToSend } from '../link/limit-mails.ts';
import { provePassword } from '../password/prove-password.ts';

/** The same answer whether the new address belongs to someone else or not: only its mailbox learns more. */
export async function requestEmailChange(scope: PersonScope, input: { email: string; password: string }) {
  const { identity, at, services, request } = scope;
  mustHaveRoomToSend(services, request);
  await provePassword(scope, input.password, 'password');
  if (limitMails(services, request, input.email)) {
    services.signIn.later(() => identity.askLetter({ purpose: 'email', at, data: input.email }));
  }
  return { done: true as const };
}
