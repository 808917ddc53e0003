import { letter } from '../../../letters/letter.ts';
import { newToken } from '../../../one-time-token.ts';
import type { PersonScope } from '../../../procedures/context.ts';
import { linkMinutes, linkTo } from '../../../sign-in/links.ts';
import { limitMails, mustHaveRoomToSend } from '../link/limit-mails.ts';
import { provePassword } from '../password/prove-password.ts';

/** The same answer whether the new address belongs to someone else or not: only its mailbox learns more. */
export async function requestEmailChange(scope: PersonScope, input: { email: string; password: string }) {
  const { identity, at, services, request } = scope;
  mustHaveRoomToSend(services, request);
  await provePassword(scope, input.password, 'password');
  if (limitMails(services, request, input.email)) {
    services.signIn.later(async () => {
      const { token, tokenHash } = newToken();
      const minutes = linkMinutes.email;
      const to = await identity.makeToken({ purpose: 'email', at, data: input.email, tokenHash, minutes });
      if (to)
        await services.mail.send(letter('email', to, { link: linkTo(services.urls.portal, 'email', token), minutes }));
    });
  }
  return { done: true as const };
}
