import type { Actor } from '@studyspot/db/tenancy/scope';
import { AppError } from '../../../errors/app-error.ts';
import { addressKey, prefixKey } from '../../../http/peer.ts';
import type { Verdict } from '../../../limits/limits.ts';
import type { RequestFacts } from '../../../request.ts';
import type { Services } from '../../../services.ts';

const tooMany = (waitMs: number) =>
  new AppError('too_many_calls', { details: { retryAfter: Math.ceil(waitMs / 1000) } });

const mustFit = ({ allowed, waitMs }: Verdict) => {
  if (!allowed) throw tooMany(waitMs);
};

/** Before anything dear is done for a mail: an address that fills many mailboxes is told so. */
export function mustHaveRoomToSend({ mailRoom }: Services, { address }: RequestFacts): void {
  mustFit(mailRoom.fromAddress.look(addressKey(address)));
  mustFit(mailRoom.fromNetwork.look(prefixKey(address)));
}

/** False: this mailbox got enough, say nothing. */
export function limitMails({ mailRoom }: Services, { address }: RequestFacts, email: string): boolean {
  mustFit(mailRoom.fromAddress.take(addressKey(address)));
  mustFit(mailRoom.fromNetwork.take(prefixKey(address)));
  return mailRoom.toPerson.take(email).allowed;
}

interface Sending {
  services: Services;
  actor: Actor;
}

/** With a change that a mail follows: a mailbox that got enough is left alone, and a tenant sends no end of them. */
export function takeMailRoom({ services: { mailRoom }, actor }: Sending, email: string): void {
  mustFit(mailRoom.fromTenant.look(actor.tenantId));
  mustFit(mailRoom.toMember.take(email));
  mustFit(mailRoom.fromTenant.take(actor.tenantId));
}
