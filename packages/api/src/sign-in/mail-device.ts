import type { Identity } from '@studyspot/db/identity';
import { letter } from '../letters/letter.ts';
import { newToken } from '../one-time-token.ts';
import type { MailSender } from '../services.ts';
import { linkMinutes, linkTo } from './links.ts';

/** Mails the account's own address a link that makes this device known. Unknown mail: nothing, in silence. */
export function mailDevice({ identity, mail, portalUrl }: { identity: Identity; mail: MailSender; portalUrl: string }) {
  return async (email: string, device: string): Promise<void> => {
    const { token, tokenHash } = newToken();
    const minutes = linkMinutes.device;
    const to = await identity.makeToken({ purpose: 'device', email, data: device, tokenHash, minutes });
    if (to) await mail.send(letter('device', to, { link: linkTo(portalUrl, 'device', token), minutes }));
  };
}
