import { AppError } from '../../errors/app-error.ts';
import { addressKey, prefixKey } from '../../http/peer.ts';
import type { RequestFacts } from '../../request.ts';
import type { Services } from '../../services.ts';

const tooMany = (waitMs: number) =>
  new AppError('too_many_calls', { details: { retryAfter: Math.ceil(waitMs / 1000) } });

/** False: this mailbox got enough, say nothing. An address that fills many mailboxes is told so. */
export function limitMails({ mailRoom }: Services, request: RequestFacts, email: string): boolean {
  const fromAddress = mailRoom.fromAddress.take(addressKey(request.address));
  if (!fromAddress.allowed) throw tooMany(fromAddress.waitMs);
  const fromNetwork = mailRoom.fromNetwork.take(prefixKey(request.address));
  if (!fromNetwork.allowed) throw tooMany(fromNetwork.waitMs);
  return mailRoom.toPerson.take(email).allowed;
}

/** Before a change that a mail follows: a mailbox that got enough is left alone, whoever sends. */
export function mustHaveMailRoom({ mailRoom }: Services, email: string): void {
  const { allowed, waitMs } = mailRoom.toMember.look(email);
  if (!allowed) throw tooMany(waitMs);
}

/** When it goes out: of calls that run side by side, and of one repeated by its key, no more get through either. */
export const takeMailRoom = ({ mailRoom }: Services, email: string): boolean => mailRoom.toMember.take(email).allowed;
