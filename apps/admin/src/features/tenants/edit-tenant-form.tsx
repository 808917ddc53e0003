'use client';

import { updateTenantInput } from '@studyspot/api/domains/tenants/schema';
import { FieldRows, readRows } from '@studyspot/portal/form/field-rows';
import { RecordForm } from '@studyspot/portal/form/record-form';
import { trpc } from '../../shell/trpc.ts';
import { business } from './business-fields.tsx';
import type { Tenant } from './tenant-list.tsx';

export function EditTenantForm({ tenant }: { tenant: Tenant }) {
  const { mutateAsync } = trpc.tenants.update.useMutation();
  return (
    <RecordForm
      words="tenants"
      record={tenant}
      read={(form) => readRows(form, business)}
      update={{ schema: updateTenantInput, send: mutateAsync }}
    >
      <FieldRows rows={business} />
    </RecordForm>
  );
}
