import { mailToMember } from '@studyspot/db/invite';
import { takeMailRoom } from '../domains/identity/link/limit-mails.ts';
import { newToken } from '../one-time-token.ts';
import type { AfterScope } from '../procedures/builder.ts';
import { letter } from './letter.ts';

const HOUR = 60;
// How a kind of mail is answered: the page its link opens and how long the link is good.
const KINDS = {
  invitation: { purpose: 'invite', page: '/invitation', minutes: 72 * HOUR },
  welcome: { purpose: 'welcome', page: '/invitation', minutes: 7 * 24 * HOUR },
  reset: { purpose: 'reset', page: '/reset', minutes: 30 },
} as const;

/**
 * After the commit: makes a one-time token for the member's own person and mails it to their own address, which the
 * caller never sees. The change stands whether or not the mail goes out, so a failure is an answer and "send again" helps.
 */
export async function mailMember(
  scope: AfterScope,
  mail: { kind: keyof typeof KINDS; membershipId: string; portal: string; asTenant?: string },
): Promise<'sent' | 'failed'> {
  const { kind, membershipId, asTenant } = mail;
  const { purpose, page, minutes } = KINDS[kind];
  try {
    const to = await scope.inTenant(({ db }) =>
      asTenant === undefined
        ? mailToMember(db, { membershipId, purpose, minutes })
        : db.asTenant(asTenant, (theirs) => mailToMember(theirs, { membershipId, purpose, minutes })),
    );
    if (!to || !takeMailRoom(scope, to.email)) return 'failed';
    const { token, tokenHash } = newToken();
    if (!(await scope.services.signIn.identity.armToken(to.request, tokenHash))) return 'failed';
    const link = `${mail.portal}${page}?token=${token}`;
    await scope.services.mail.send(letter(kind, to, { link, tenant: to.tenantName, minutes }));
    return 'sent';
  } catch (error) {
    scope.services.log.warn({ requestId: scope.request.id, err: error, mail: kind }, 'mail not sent');
    return 'failed';
  }
}
