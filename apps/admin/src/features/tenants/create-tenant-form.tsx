'use client';

import { PLANS } from '@studyspot/api/domains/tenants/names';
import { choice, email, FieldCard, FieldRows, phone, text } from '@studyspot/portal/form/field-rows';
import { RecordForm } from '@studyspot/portal/form/record-form';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { business } from './business-fields.tsx';

const plan = { plan: choice(PLANS, 'plans', 'starter') };
const owner = {
  ownerName: text({ wide: true, maxLength: 120 }),
  ownerEmail: email({ autoCapitalize: 'none', spellCheck: false }),
  ownerPhone: phone(),
};
const rows = { ...business, ...plan, ...owner };

export function CreateTenantForm() {
  const t = useTranslations('tenants');
  const { mutateAsync } = trpc.tenants.create.useMutation();
  return (
    <RecordForm
      words="tenants"
      list="/tenants"
      record={null}
      rows={rows}
      create={{
        schema: async () => (await import('@studyspot/api/domains/tenants/schema')).createTenantInput,
        send: mutateAsync,
        said: ({ name, owners }) => t('created', { name, email: owners[0]?.email ?? '' }),
        leads: ({ id }) => `/tenants/${id}`,
      }}
    >
      <FieldCard name="business">
        <div className="flex flex-col gap-5">
          <FieldRows rows={business} />
          {plan.plan.draw('plan')}
        </div>
      </FieldCard>
      <FieldCard name="owner" rows={owner} />
    </RecordForm>
  );
}
