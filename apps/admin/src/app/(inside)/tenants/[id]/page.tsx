import { dayText } from '@studyspot/portal/day';
import { answer } from '@studyspot/portal/shell/answer';
import { NoPermission } from '@studyspot/portal/shell/no-permission';
import { RecordPage } from '@studyspot/portal/shell/record-page';
import { Card } from '@studyspot/ui/card';
import { Notice } from '@studyspot/ui/notice';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { EditTenantForm } from '../../../../features/tenants/edit-tenant-form.tsx';
import { TenantActions } from '../../../../features/tenants/tenant-actions.tsx';
import { OwnersCard, PlanCard } from '../../../../features/tenants/tenant-cards.tsx';
import { StatusOf } from '../../../../features/tenants/tenant-list.tsx';
import { session } from '../../../../shell/session.ts';

interface Props {
  params: Promise<{ id: string }>;
}

const tenantOf = cache(async (id: string) => answer((await session()).api.tenants.get({ id })));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ id }, { may }] = await Promise.all([params, session()]);
  return may('tenants:read') ? { title: (await tenantOf(id)).name } : {};
}

export default async function Page({ params }: Props) {
  const [{ id }, { me, may }, t, locale] = await Promise.all([
    params,
    session(),
    getTranslations('tenants'),
    getLocale(),
  ]);
  if (!may('tenants:read')) return <NoPermission permission="tenants:read" />;
  const tenant = await tenantOf(id);
  const { deletedAt, suspendedAt, suspendedReason } = tenant;
  return (
    <RecordPage
      words="tenants"
      list="/tenants"
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
              <EditTenantForm key={tenant.version} person={me.id} tenant={tenant} />
            </div>
          </Card>
        </div>
      ) : null}
    </RecordPage>
  );
}
