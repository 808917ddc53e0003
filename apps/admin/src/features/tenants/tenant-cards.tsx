'use client';

import { countText } from '@studyspot/portal/count';
import { Day } from '@studyspot/portal/day';
import { NamedFacts } from '@studyspot/portal/named-facts';
import { MailAddress, Phone } from '@studyspot/portal/phone';
import { Card } from '@studyspot/ui/card';
import { StatusChip } from '@studyspot/ui/status-chip';
import { useTranslations } from 'next-intl';
import { WelcomeButton } from './tenant-actions.tsx';
import type { Tenant } from './tenant-list.tsx';

export function PlanCard({ tenant }: { tenant: Tenant }) {
  const t = useTranslations('tenants');
  return (
    <Card id="facts" title={t('facts')}>
      <NamedFacts
        words="tenants"
        facts={{
          libraries: t('ofMost', { count: tenant.libraryCount, most: tenant.maxLibraries }),
          staff: t('ofMost', { count: tenant.staffCount, most: tenant.maxStaff }),
          students: countText(tenant.maxStudents),
          since: <Day at={tenant.createdAt} />,
          ...(tenant.trialEndsAt && { trialEnds: <Day at={tenant.trialEndsAt} /> }),
          ...(tenant.subscriptionEndsAt && { paidUntil: <Day at={tenant.subscriptionEndsAt} /> }),
          email: <MailAddress address={tenant.email} />,
          phone: tenant.phone && <Phone number={tenant.phone} />,
          slug: tenant.slug,
        }}
      />
    </Card>
  );
}

export interface OwnersCardProps {
  id: string;
  owners: Tenant['owners'];
  mayMail: boolean;
}

export function OwnersCard({ id, owners, mayMail }: OwnersCardProps) {
  const t = useTranslations('tenants');
  const isWaiting = owners.some((owner) => !owner.accepted);
  return (
    <Card id="owners" title={t('owners')} action={mayMail && isWaiting ? <WelcomeButton id={id} /> : null}>
      <ul className="divide-y divide-line">
        {owners.map((owner) => (
          <li key={owner.membershipId} className="flex flex-col gap-1 py-2 first:pt-0 last:pb-0">
            <span className="flex flex-wrap items-center gap-2 font-medium">
              {owner.name}
              <StatusChip tone={owner.accepted ? 'success' : 'warning'}>
                {t(owner.accepted ? 'ownerAccepted' : 'ownerWaiting')}
              </StatusChip>
            </span>
            <MailAddress address={owner.email} />
            {owner.phone ? <Phone number={owner.phone} /> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
