import { Day } from '@studyspot/portal/day';
import { MailAddress, Phone } from '@studyspot/portal/phone';
import { Card, Facts } from '@studyspot/ui/card';
import { StatusChip } from '@studyspot/ui/status-chip';
import { getTranslations } from 'next-intl/server';
import { WelcomeButton } from './tenant-actions.tsx';

export interface PlanCardProps {
  tenant: {
    slug: string;
    email: string;
    phone: string | null;
    createdAt: string;
    maxLibraries: number;
    maxStudents: number;
    maxStaff: number;
    libraryCount: number;
    staffCount: number;
    trialEndsAt: string | null;
    subscriptionEndsAt: string | null;
  };
}

export async function PlanCard({ tenant }: PlanCardProps) {
  const t = await getTranslations('tenants');
  return (
    <Card id="facts" title={t('facts')}>
      <Facts
        items={[
          { label: t('libraries'), value: t('ofMost', { count: tenant.libraryCount, most: tenant.maxLibraries }) },
          { label: t('staff'), value: t('ofMost', { count: tenant.staffCount, most: tenant.maxStaff }) },
          { label: t('students'), value: new Intl.NumberFormat('en-IN').format(tenant.maxStudents) },
          { label: t('since'), value: <Day at={tenant.createdAt} /> },
          ...(tenant.trialEndsAt ? [{ label: t('trialEnds'), value: <Day at={tenant.trialEndsAt} /> }] : []),
          ...(tenant.subscriptionEndsAt
            ? [{ label: t('paidUntil'), value: <Day at={tenant.subscriptionEndsAt} /> }]
            : []),
          { label: t('email'), value: <MailAddress address={tenant.email} /> },
          { label: t('phone'), value: tenant.phone ? <Phone number={tenant.phone} /> : '–' },
          { label: t('slug'), value: tenant.slug },
        ]}
      />
    </Card>
  );
}

export interface OwnersCardProps {
  id: string;
  owners: ReadonlyArray<{ membershipId: string; name: string; email: string; phone: string | null; accepted: boolean }>;
  mayMail: boolean;
}

export async function OwnersCard({ id, owners, mayMail }: OwnersCardProps) {
  const t = await getTranslations('tenants');
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
