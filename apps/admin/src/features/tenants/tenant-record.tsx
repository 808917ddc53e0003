'use client';

import { Answered } from '@studyspot/portal/data/answered';
import { useHere } from '@studyspot/portal/data/here';
import { dayText } from '@studyspot/portal/day';
import { RecordPage } from '@studyspot/portal/page/record-page';
import { Card } from '@studyspot/ui/card';
import { Notice } from '@studyspot/ui/notice';
import { useLocale, useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { CreateTenantForm } from './create-tenant-form.tsx';
import { EditTenantForm } from './edit-tenant-form.tsx';
import { TenantActions } from './tenant-actions.tsx';
import { tenantAddress } from './tenant-address.ts';
import { OwnersCard, PlanCard } from './tenant-cards.tsx';
import { StatusOf, type Tenant } from './tenant-list.tsx';

export function TenantRecord({ id }: { id: string }) {
  const reading = trpc.tenants.get.useQuery({ id });
  return <Answered reading={reading}>{(tenant) => <Shown tenant={tenant} />}</Answered>;
}

function Shown({ tenant }: { tenant: Tenant }) {
  const t = useTranslations('tenants');
  const locale = useLocale();
  const { may } = useHere();
  const { deletedAt, suspendedAt, suspendedReason } = tenant;
  return (
    <RecordPage
      words="tenants"
      list={tenantAddress.path}
      title={tenant.name}
      note={
        <>
          <StatusOf status={tenant.status} />
          {t(`plans.${tenant.plan}`)}
        </>
      }
      actions={
        <TenantActions tenant={tenant} may={{ suspend: may('tenants:suspend'), remove: may('tenants:delete') }} />
      }
      layout="grid max-w-5xl items-start gap-4 lg:grid-cols-2"
    >
      {deletedAt || (tenant.status === 'suspended' && suspendedAt) ? (
        <div className="flex flex-col gap-3 lg:col-span-2">
          {deletedAt ? <Notice tone="warning">{t('removedSince', { day: dayText(locale, deletedAt) })}</Notice> : null}
          {tenant.status === 'suspended' && suspendedAt ? (
            <Notice tone="danger">
              {t('suspendedSince', { day: dayText(locale, suspendedAt), reason: suspendedReason ?? '–' })}
            </Notice>
          ) : null}
        </div>
      ) : null}
      <PlanCard tenant={tenant} />
      <OwnersCard id={tenant.id} owners={tenant.owners} mayMail={may('tenants:create') && !deletedAt} />
      {may('tenants:update') && !deletedAt ? (
        <div className="lg:col-span-2">
          <Card id="edit" title={t('edit')}>
            <div className="max-w-2xl">
              <EditTenantForm tenant={tenant} />
            </div>
          </Card>
        </div>
      ) : null}
    </RecordPage>
  );
}

export function NewTenant() {
  const t = useTranslations('tenants');
  return (
    <RecordPage words="tenants" list={tenantAddress.path} title={t('newTitle')} note={t('newLead')}>
      <CreateTenantForm />
    </RecordPage>
  );
}
