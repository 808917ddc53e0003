'use client';

import { useHere } from '@studyspot/portal/data/here';
import { Figure, QueueLink, QueueRow } from '@studyspot/portal/home/queue';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { tenantAddress, tenantsOfToday } from './tenant-address.ts';

function useTenants(status: Parameters<typeof tenantsOfToday>[0]) {
  const { may } = useHere();
  return trpc.tenants.list.useQuery(tenantsOfToday(status), { enabled: may('tenants:read') }).data;
}

export function TenantRows() {
  return (
    <>
      <Stopped status="expired" />
      <Stopped status="suspended" />
    </>
  );
}

function Stopped({ status }: { status: 'expired' | 'suspended' }) {
  const t = useTranslations('home');
  return useTenants(status)?.items.map(({ id, name, city }) => {
    const title = t(status, { name });
    return (
      <QueueRow key={id} title={title} help={t(`${status}Help`, { city: city ?? '–' })}>
        <QueueLink href={`${tenantAddress.path}/${id}`} action={t('see')} title={title} />
      </QueueRow>
    );
  });
}

export function TenantFigures() {
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
