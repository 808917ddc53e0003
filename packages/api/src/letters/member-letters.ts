import { mailToMember } from '@studyspot/db/invite';
import { PLATFORM_ID } from '@studyspot/db/schema/platform';
import { newToken } from '../one-time-token.ts';
import { mailRetry } from '../work/retry.ts';
import { outsideSubscriber, type WorkScope } from '../work/say.ts';
import { letter } from './letter.ts';
import { type Fate, post } from './post.ts';

const HOUR = 60;
// How a kind of letter is answered: the page its link opens and how long the link is good.
const KINDS = {
  invitation: { purpose: 'invite', page: '/invitation', minutes: 72 * HOUR },
  welcome: { purpose: 'welcome', page: '/invitation', minutes: 7 * 24 * HOUR },
  reset: { purpose: 'reset', page: '/reset', minutes: 30 },
} as const;

type Kind = keyof typeof KINDS;

const record = ({ db }: WorkScope, id: string, kind: Kind, fate: Fate | 'away'): void => {
  const subject = { kind: 'membership', id };
  if (fate === 'sent') db.record({ name: 'member.mailed', subject, after: { mail: kind } });
  else db.record({ name: 'member.mail_failed', subject, before: {}, after: { mail: fate } });
};

/**
 * Mails a member when one of these happens to them: their own person's one-time link, made as it is sent, to their own
 * address. What became of it stands in their trail.
 */
export const memberLetters = (kinds: Readonly<Record<string, Kind>>) =>
  outsideSubscriber({
    events: Object.keys(kinds),
    retry: mailRetry,
    async prepare({ db }, { id, name, tenantId, subject }) {
      const kind = kinds[name];
      if (kind === undefined) return null;
      const { purpose, minutes } = KINDS[kind];
      const to = await mailToMember(db, { membershipId: subject.id, purpose, minutes });
      const portal = tenantId === PLATFORM_ID ? ('admin' as const) : ('owner' as const);
      return to && { id, kind, to, membershipId: subject.id, portal };
    },
    async call({ id, kind, to, portal }, trying) {
      const { page, minutes } = KINDS[kind];
      const { urls, arm } = trying.services;
      const { token, tokenHash } = newToken();
      if (!(await arm(to.request, tokenHash))) throw new Error('the link of a letter was asked for too long ago');
      const link = `${urls[portal]}${page}?token=${token}`;
      return post({ id, ...letter(kind, to, { link, tenant: to.tenantName, minutes }) }, trying);
    },
    record: async (scope, fate, { membershipId, kind }) => record(scope, membershipId, kind, fate),
    gaveUp: async (scope, { membershipId, kind }) => record(scope, membershipId, kind, 'away'),
  });
