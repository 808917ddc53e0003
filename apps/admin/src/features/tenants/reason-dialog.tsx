'use client';

import { TextareaField } from '@studyspot/portal/form/fields';
import { Form } from '@studyspot/portal/form/form';
import { useForm } from '@studyspot/portal/form/use-form';
import { stayAt } from '@studyspot/portal/list/stay-link';
import { Button } from '@studyspot/ui/button';
import { Dialog } from '@studyspot/ui/dialog';
import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Taking } from './tenant-address.ts';
import type { Tenant } from './tenant-list.tsx';

export interface ReasonDialogProps {
  act: Taking;
  tenant: Pick<Tenant, 'id' | 'version' | 'name'>;
  send: (input: { id: string; version: number; reason: string }) => Promise<Tenant>;
  done: (tenant: Tenant) => void;
}

/** It stops the work of many people at once, so it asks for the reason first. */
export function ReasonDialog({ act, tenant, send, done }: ReasonDialogProps) {
  const t = useTranslations('tenants');
  const common = useTranslations('common');
  const path = usePathname();
  const isAsked = useSearchParams().has(act);
  const [open, setOpen] = useState(isAsked);
  const close = () => {
    setOpen(false);
    if (isAsked) stayAt(path, 'replace');
  };
  const { id, version, name } = tenant;
  const handle = useForm({
    schema: async () => (await import('@studyspot/api/domains/tenants/schema')).tenantReasonInput,
    values: { reason: '' },
    toInput: ({ reason }) => ({ id, version, reason }),
    clears: true,
    send,
    done: (changed) => {
      close();
      done(changed);
    },
  });
  return (
    <>
      <Button look="danger" onClick={() => setOpen(true)}>
        {t(act)}
      </Button>
      <Dialog open={open} onClose={close} title={t(`${act}Title`, { name })} close={common('close')}>
        <p className="mb-4">{t(`${act}Body`, { name })}</p>
        <Form
          handle={handle}
          submit={t(act)}
          look="danger-solid"
          inDialog
          aside={<Button onClick={close}>{common('cancel')}</Button>}
        >
          <TextareaField name="reason" label={t('reason')} help={t(`${act}Help`)} maxLength={500} data-first />
        </Form>
      </Dialog>
    </>
  );
}
