'use client';

import { TextareaField } from '@studyspot/portal/form/fields';
import { Form } from '@studyspot/portal/form/form';
import { useForm } from '@studyspot/portal/form/use-form';
import { stayAt } from '@studyspot/portal/list/stay-link';
import { Button } from '@studyspot/ui/button';
import { Dialog } from '@studyspot/ui/dialog';
import { showToast } from '@studyspot/ui/toast';
import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { trpc } from '../../shell/trpc.ts';
import { SUSPEND } from './tenant-address.ts';
import type { Tenant } from './tenant-list.tsx';

/** It stops the work of many people at once, so it asks for the reason first. */
export function SuspendDialog({ tenant }: { tenant: Pick<Tenant, 'id' | 'version' | 'name'> }) {
  const t = useTranslations('tenants');
  const common = useTranslations('common');
  const path = usePathname();
  const isAsked = useSearchParams().has(SUSPEND);
  const [open, setOpen] = useState(isAsked);
  const close = () => {
    setOpen(false);
    if (isAsked) stayAt(path, 'replace');
  };
  const { mutateAsync } = trpc.tenants.suspend.useMutation();
  const { id, version, name } = tenant;
  const handle = useForm({
    schema: async () => (await import('@studyspot/api/domains/tenants/schema')).suspendTenantInput,
    values: { reason: '' },
    toInput: ({ reason }) => ({ id, version, reason }),
    clears: true,
    send: mutateAsync,
    done: () => {
      close();
      showToast({ text: t('suspended', { name }) });
    },
  });
  return (
    <>
      <Button look="danger" onClick={() => setOpen(true)}>
        {t('suspend')}
      </Button>
      <Dialog open={open} onClose={close} title={t('suspendTitle', { name })} close={common('close')}>
        <p className="mb-4">{t('suspendBody', { name })}</p>
        <Form
          handle={handle}
          submit={t('suspend')}
          look="danger-solid"
          inDialog
          aside={<Button onClick={close}>{common('cancel')}</Button>}
        >
          <TextareaField name="reason" label={t('reason')} help={t('reasonHelp')} maxLength={500} />
        </Form>
      </Dialog>
    </>
  );
}
