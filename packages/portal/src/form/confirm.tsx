'use client';

import { Button } from '@studyspot/ui/button';
import { Dialog } from '@studyspot/ui/dialog';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';

export interface ConfirmProps {
  /** On the button that opens the sheet. */
  label: string;
  title: string;
  /** What will happen, to whom. */
  children: ReactNode;
  confirm: string;
  run: () => Promise<boolean>;
  busy: boolean;
  look?: 'danger' | 'secondary';
}

/** A change that touches another person: a sheet names it and its effect first. */
export function Confirm({ label, title, children, confirm, run, busy, look = 'danger' }: ConfirmProps) {
  const t = useTranslations('common');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look={look} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={title}
        close={t('close')}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
            <Button
              look={look === 'danger' ? 'danger-solid' : 'primary'}
              busy={busy}
              onClick={() => (busy ? undefined : run().then(() => setOpen(false)))}
            >
              {confirm}
            </Button>
          </>
        }
      >
        {children}
      </Dialog>
    </>
  );
}
