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

// Counted apart from what a person asks for themselves: no tenant's invitations may keep back someone's own reset link.
const toMember = ({ limits }: Services) => limits.limiter('mails to a member', { limit: 4, windowMs });

/** Before a change that a mail follows: a mailbox that got enough is left alone, whoever sends. */
export function mustHaveMailRoom(services: Services, email: string): void {
  const { allowed, waitMs } = toMember(services).look(email);
  if (!allowed) throw new AppError(4005, { details: { retryAfter: Math.ceil(waitMs / 1000) } });
}

/** When it goes out: of calls that run side by side, and of one repeated by its key, no more get through either. */
export const takeMailRoom = (services: Services, email: string): boolean => toMember(services).take(email).allowed;
