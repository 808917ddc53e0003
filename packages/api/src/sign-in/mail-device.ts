import type { Identity } from '@studyspot/db/identity';
import { letter } from '../letters/letter.ts';
import { newToken } from '../one-time-token.ts';
import type { MailSender } from '../services.ts';
import { linkMinutes, linkTo } from './links.ts';

interface DeviceMailParts {
  identity: Identity;
  mail: MailSender;
  portalUrl: string;
}

/** The way past a stranger's tries: a link to the account's own mailbox that makes the browser known. */
export function mailDevice({ identity, mail, portalUrl }: DeviceMailParts) {
  return async (email: string, device: string): Promise<void> => {
    const { token, tokenHash } = newToken();
    const minutes = linkMinutes.device;
    const to = await identity.makeToken({ purpose: 'device', email, data: device, tokenHash, minutes });
    if (to) await mail.send(letter('device', to, { link: linkTo(portalUrl, 'device', token), minutes }));
  };
}
