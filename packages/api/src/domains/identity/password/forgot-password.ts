import { letter } from '../../../letters/letter.ts';
import { newToken } from '../../../one-time-token.ts';
import type { OpenScope } from '../../../procedures/context.ts';
import { linkMinutes, linkTo } from '../../../sign-in/links.ts';
import { limitMails } from '../link/limit-mails.ts';

/** Answers before it looks: a known and an unknown mail get the same answer in the same time. */
export async function forgotPassword({ identity, services, request }: OpenScope, input: { email: string }) {
  if (limitMails(services, request, input.email)) {
    services.signIn.later(async () => {
      const { token, tokenHash } = newToken();
      const minutes = linkMinutes.reset;
      const to = await identity.makeToken({ purpose: 'reset', email: input.email, tokenHash, minutes });
      if (to)
        await services.mail.send(letter('reset', to, { link: linkTo(services.urls.portal, 'reset', token), minutes }));
    });
  }
  return { done: true as const };
}
