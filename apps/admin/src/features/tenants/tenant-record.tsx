'use client';

import { Answered } from '@studyspot/portal/data/answered';
import { useHere } from '@studyspot/portal/data/here';
import { dayText } from '@studyspot/portal/day';
import { RecordPage } from '@studyspot/portal/page/record-page';
import { EditInPlace, EditLink } from '@studyspot/portal/record/edit-in-place';
import { Timeline } from '@studyspot/portal/record/timeline';
import { LettersCard } from '@studyspot/portal/staff/letters-card';
import { StatusOf } from '@studyspot/portal/status';
import { Notice } from '@studyspot/ui/notice';
import dynamic from 'next/dynamic';
import { useLocale, useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { JobPauses } from './job-pauses.tsx';
import { TenantActions } from './tenant-actions.tsx';
import { tenantAddress } from './tenant-address.ts';
import { OwnersCard, PlanCard } from './tenant-cards.tsx';
import { type Tenant, tenantStatuses } from './tenant-list.tsx';

const form = () => import('./edit-tenant-form.tsx');
const EditTenantForm = dynamic(async () => (await form()).EditTenantForm);

export function TenantRecord({ id }: { id: string }) {
  const reading = trpc.tenants.get.useQuery({ id });
  return <Answered reading={reading}>{(tenant) => <Shown tenant={tenant} />}</Answered>;
}

function Shown({ tenant }: { tenant: Tenant }) {
  const t = useTranslations('tenants');
  const locale = useLocale();
  const { may } = useHere();
  const letters = trpc.tenants.letters.useQuery({ id: tenant.id }).data;
  const { deletedAt, removedReason, suspendedAt, suspendedReason } = tenant;
  const mayChange = may('tenants:update') && !deletedAt;
  return (
    <RecordPage
      words="tenants"
      list={tenantAddress.path}
      title={tenant.name}
      note={
        <>
          <StatusOf {...tenantStatuses} status={tenant.status} />
          {t(`plans.${tenant.plan}`)}
        </>
      }
      actions={
        <>
          <TenantActions
            tenant={tenant}
            may={{ suspend: may('tenants:suspend'), remove: may('tenants:delete'), pause: may('system:jobs') }}
          />
          {mayChange ? <EditLink form={form} /> : null}
        </>
      }
      phone={tenant.phone}
      beside={<Timeline reads={trpc.tenants.timeline} id={tenant.id} words="tenants" />}
    >
      {deletedAt || (tenant.status === 'suspended' && suspendedAt) ? (
        <div className="flex flex-col gap-3">
          {deletedAt ? (
            <Notice tone="warning">
              {t('removedSince', { day: dayText(locale, deletedAt), reason: removedReason ?? '–' })}
            </Notice>
          ) : null}
          {tenant.status === 'suspended' && suspendedAt ? (
            <Notice tone="danger">
              {t('suspendedSince', { day: dayText(locale, suspendedAt), reason: suspendedReason ?? '–' })}
            </Notice>
          ) : null}
        </div>
      ) : null}
      <JobPauses tenant={tenant} />
      <EditInPlace form={mayChange ? <EditTenantForm tenant={tenant} /> : null}>
        <PlanCard tenant={tenant} />
        <OwnersCard id={tenant.id} owners={tenant.owners} mayMail={may('tenants:create') && !deletedAt} />
        <LettersCard
          letters={letters}
          nameOf={(member) => tenant.owners.find(({ membershipId }) => membershipId === member)?.name}
        />
      </EditInPlace>
    </RecordPage>
  );
}
