import { mailMember } from '../../letters/mail-member.ts';
import type { AfterScope } from '../../procedures/builder.ts';

export async function mailWelcome(scope: AfterScope, to: { tenantId: string; membershipId: string }) {
  return await mailMember(scope, {
    kind: 'welcome',
    membershipId: to.membershipId,
    asTenant: to.tenantId,
    portal: scope.services.urls.owner,
  });
}
