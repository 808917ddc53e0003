'use client';

import type { AdminOutputs } from '@studyspot/api/root';
import { useHere } from '@studyspot/portal/data/here';
import { daysUntil, dayText } from '@studyspot/portal/day';
import { Figure } from '@studyspot/portal/home/figures';
import { QueueCall, QueueLink, QueueRow } from '@studyspot/portal/home/queue';
import { useLocale, useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { tenantAddress, tenantsOfToday } from './tenant-address.ts';

function useTenants(status: Parameters<typeof tenantsOfToday>[0]) {
  const { may } = useHere();
  return trpc.tenants.list.useQuery(tenantsOfToday(status), { enabled: may('tenants:read') }).data;
}

/** Within so many days an end is talked about. */
const SOON_DAYS = 7;

export function Rows() {
  return (
    <>
      <Ending status="trial" />
      <Ending status="active" />
      <Stopped status="expired" />
      <Stopped status="suspended" />
    </>
  );
}

type Row = AdminOutputs['tenants']['list']['items'][number];

function TenantRow({ tenant, title, help }: { tenant: Row; title: string; help: string }) {
  const t = useTranslations('home');
  const href = `${tenantAddress.path}/${tenant.id}`;
  return (
    <QueueRow title={title} help={help} href={href}>
      {tenant.phone && tenant.status !== 'suspended' ? (
        <QueueCall phone={tenant.phone} title={title} />
      ) : (
        <QueueLink href={href} action={t('see')} title={title} />
      )}
    </QueueRow>
  );
}

function Ending({ status }: { status: 'trial' | 'active' }) {
  const t = useTranslations('home');
  const locale = useLocale();
  const now = new Date();
  return useTenants(status)?.items.map((tenant) => {
    const { id, name, city, endsAt } = tenant;
    const days = endsAt === null ? Number.POSITIVE_INFINITY : daysUntil(endsAt, now);
    if (endsAt === null || days > SOON_DAYS) return null;
    const help = t('endsHelp', { city: city ?? '–', day: dayText(locale, endsAt) });
    return <TenantRow key={id} tenant={tenant} title={t(`${status}Ends`, { name, days })} help={help} />;
  });
}

function Stopped({ status }: { status: 'expired' | 'suspended' }) {
  const t = useTranslations('home');
  return useTenants(status)?.items.map((tenant) => {
    const { id, name, city } = tenant;
    const help = t(`${status}Help`, { city: city ?? '–' });
    return <TenantRow key={id} tenant={tenant} title={t(status, { name })} help={help} />;
  });
}

export function Figures() {
  return (
    <>
      <Counted status="active" word="active" />
      <Counted status="trial" word="trial" />
      <Counted status="suspended" word="suspendedTile" />
    </>
  );
}

function Counted({ status, word }: { status: Parameters<typeof tenantsOfToday>[0]; word: string }) {
  const t = useTranslations('home');
  const page = useTenants(status);
  return page ? <Figure label={t(word)} value={page.total} href={`${tenantAddress.path}?status=${status}`} /> : null;
}
