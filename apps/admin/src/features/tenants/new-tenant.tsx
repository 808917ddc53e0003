'use client';

import { RecordPage } from '@studyspot/portal/page/record-page';
import { useTranslations } from 'next-intl';
import { CreateTenantForm } from './create-tenant-form.tsx';
import { tenantAddress } from './tenant-address.ts';

export function NewTenant() {
  const t = useTranslations('tenants');
  return (
    <RecordPage words="tenants" list={tenantAddress.path} title={t('newTitle')} note={t('newLead')}>
      <CreateTenantForm />
    </RecordPage>
  );
}
