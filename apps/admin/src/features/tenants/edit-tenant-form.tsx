'use client';

import { updateTenantInput } from '@studyspot/api/domains/tenants/schema';
import { Form } from '@studyspot/portal/form/form';
import { useForm } from '@studyspot/portal/form/use-form';
import { showToast } from '@studyspot/ui/toast';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { BusinessFields, type BusinessValues, businessOf } from './business-fields.tsx';

export interface EditTenantFormProps {
  person: string;
  tenant: BusinessValues & { id: string; version: number };
}

export function EditTenantForm({ person, tenant }: EditTenantFormProps) {
  const t = useTranslations('tenants');
  const router = useRouter();
  const { mutateAsync } = trpc.tenants.update.useMutation();
  const { id, version } = tenant;
  const handle = useForm({
    schema: updateTenantInput,
    read: (form) => ({ id, version, ...businessOf(form) }),
    send: mutateAsync,
    done: ({ name }) => {
      showToast({ text: t('saved', { name }) });
      router.refresh();
    },
    draft: `${person}:tenant:${id}`,
    sentences: { changed_meanwhile: t('changed') },
  });
  return (
    <Form
      handle={handle}
      submit={t('save')}
      wayOn={(code) =>
        code === 'changed_meanwhile' ? (
          <button
            type="button"
            className="min-h-6 underline underline-offset-2"
            onClick={() => window.location.reload()}
          >
            {t('reload')}
          </button>
        ) : null
      }
    >
      <BusinessFields tenant={tenant} />
    </Form>
  );
}
