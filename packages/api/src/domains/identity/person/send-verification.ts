import { AppError } from '../../../errors/app-error.ts';
import { letter } from '../../../letters/letter.ts';
import { newToken } from '../../../one-time-token.ts';
import type { PersonScope } from '../../../procedures/context.ts';
import { linkMinutes, linkTo } from '../../../sign-in/links.ts';
import { limitMails } from '../link/limit-mails.ts';

export async function sendVerification({ identity, at, services, request }: PersonScope) {
  const { email } = await identity.person(at);
  if (!limitMails(services, request, email)) throw new AppError('too_many_calls');
  const { token, tokenHash } = newToken();
  const minutes = linkMinutes.verify;
  const to = await identity.makeToken({ purpose: 'verify', at, tokenHash, minutes });
  if (!to) throw new AppError('unauthorized');
  try {
    await services.mail.send(letter('verify', to, { link: linkTo(services.urls.portal, 'verify', token), minutes }));
    return { mail: 'sent' as const };
  } catch (error) {
    services.signIn.warn('verification mail failed', error);
    return { mail: 'failed' as const };
  }
}
