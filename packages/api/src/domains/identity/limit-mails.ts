import { AppError } from '../../errors/app-error.ts';
import { addressKey } from '../../http/peer.ts';
import type { RequestFacts } from '../../request.ts';
import type { Services } from '../../services.ts';

const windowMs = 15 * 60_000;

/** False: this mailbox got enough, say nothing. An address that fills many mailboxes is told so. */
export function limitMails({ limits }: Services, request: RequestFacts, email: string): boolean {
  const fromAddress = limits.limiter('mails of an address', { limit: 20, windowMs }).take(addressKey(request.address));
  if (!fromAddress.allowed) {
    throw new AppError(4005, { details: { retryAfter: Math.ceil(fromAddress.waitMs / 1000) } });
  }
  return limits.limiter('mails to a mailbox', { limit: 4, windowMs }).take(email).allowed;
}
