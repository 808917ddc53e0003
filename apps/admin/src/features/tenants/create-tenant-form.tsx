'use client';

import { createTenantInput, PLANS } from '@studyspot/api/domains/tenants/schema';
import { SelectField, TextField } from '@studyspot/portal/form/fields';
import { Form } from '@studyspot/portal/form/form';
import { PhoneField } from '@studyspot/portal/form/phone-field';
import { useRequestKey } from '@studyspot/portal/form/request-key';
import { textOf } from '@studyspot/portal/form/text-of';
import { useForm } from '@studyspot/portal/form/use-form';
import { ButtonLink } from '@studyspot/ui/button';
import { Card } from '@studyspot/ui/card';
import { showToast } from '@studyspot/ui/toast';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { BusinessFields, businessOf } from './business-fields.tsx';

export function CreateTenantForm({ person }: { person: string }) {
  const t = useTranslations('tenants');
  const router = useRouter();
  const requestKey = useRequestKey();
  const { mutateAsync } = trpc.tenants.create.useMutation();
  const handle = useForm({
    schema: createTenantInput,
    read: (form) => ({
      requestKey,
      ...businessOf(form),
      plan: PLANS.find((plan) => plan === textOf(form, 'plan')) ?? 'starter',
      ownerName: textOf(form, 'ownerName'),
      ownerEmail: textOf(form, 'ownerEmail'),
      ownerPhone: textOf(form, 'ownerPhone'),
    }),
    send: mutateAsync,
    done: ({ tenant, mail }) => {
      const { name, owners } = tenant;
      const email = owners[0]?.email ?? '';
      showToast({ text: mail === 'sent' ? t('created', { name, email }) : t('createdNoMail', { name }) });
      router.push(`/tenants/${tenant.id}`);
    },
    draft: `${person}:tenant:new`,
  });
  return (
    <Form
      handle={handle}
      submit={t('create')}
      sticky
      aside={
        <ButtonLink as={Link} look="quiet" href="/tenants">
          {t('cancel')}
        </ButtonLink>
      }
    >
      <Card id="business" title={t('sectionBusiness')}>
        <div className="flex flex-col gap-5">
          <BusinessFields tenant={null} />
          <SelectField name="plan" label={t('plan')} defaultValue="starter">
            {PLANS.map((plan) => (
              <option key={plan} value={plan}>
                {t(`plans.${plan}`)}
              </option>
            ))}
          </SelectField>
        </div>
      </Card>
      <Card id="owner" title={t('sectionOwner')}>
        <div className="grid gap-5 sm:grid-cols-2">
          <div className="sm:col-span-2">
            <TextField name="ownerName" label={t('ownerName')} maxLength={120} autoComplete="off" />
          </div>
          <TextField
            name="ownerEmail"
            label={t('ownerEmail')}
            help={t('ownerEmailHelp')}
            type="email"
            inputMode="email"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
          <PhoneField name="ownerPhone" label={t('ownerPhone')} />
        </div>
      </Card>
    </Form>
  );
}
