'use client';

import { FieldRows } from '@studyspot/portal/form/field-rows';
import { RecordForm } from '@studyspot/portal/form/record-form';
import { Card } from '@studyspot/ui/card';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { business } from './business-fields.tsx';
import type { Tenant } from './tenant-list.tsx';

export function EditTenantForm({ tenant }: { tenant: Tenant }) {
  const t = useTranslations('tenants');
  const { mutateAsync } = trpc.tenants.update.useMutation();
  return (
    <Card id="details" title={t('edit')}>
      <div className="max-w-2xl">
        <RecordForm
          words="tenants"
          record={tenant}
          rows={business}
          update={{
            schema: async () => (await import('@studyspot/api/domains/tenants/schema')).updateTenantInput,
            send: mutateAsync,
          }}
        >
          <FieldRows rows={business} />
        </RecordForm>
      </div>
    </Card>
  );
}
