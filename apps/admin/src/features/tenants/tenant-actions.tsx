'use client';

import { useChange } from '@studyspot/portal/form/use-change';
import { Button } from '@studyspot/ui/button';
import { showToast } from '@studyspot/ui/toast';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';
import { PauseJobs } from './job-pauses.tsx';
import { TakingDialog } from './taking-dialog.tsx';
import type { Tenant } from './tenant-list.tsx';

export interface TenantActionsProps {
  tenant: Pick<Tenant, 'id' | 'version' | 'name' | 'status' | 'deletedAt'>;
  may: { suspend: boolean; remove: boolean; pause: boolean };
}

export function TenantActions({ tenant, may }: TenantActionsProps) {
  const t = useTranslations('tenants');
  const common = useTranslations('common');
  const { change, busy } = useChange();
  const reactivate = trpc.tenants.reactivate.useMutation();
  const suspend = trpc.tenants.suspend.useMutation();
  const remove = trpc.tenants.remove.useMutation();
  const restore = trpc.tenants.restore.useMutation();
  const { id, version, name, status, deletedAt } = tenant;

  const bringBack = (from: number) =>
    change({ run: () => restore.mutateAsync({ id, version: from }), said: () => t('restored', { name }) });

  if (deletedAt !== null) {
    return may.remove ? (
      <Button look="primary" busy={busy} onClick={() => bringBack(version)}>
        {t('restore')}
      </Button>
    ) : null;
  }
  return (
    <div className="flex flex-wrap gap-2">
      {may.suspend && status === 'suspended' ? (
        <Button
          look="primary"
          busy={busy}
          onClick={() =>
            change({ run: () => reactivate.mutateAsync({ id, version }), said: () => t('reactivated', { name }) })
          }
        >
          {t('reactivate')}
        </Button>
      ) : null}
      {may.suspend && status !== 'suspended' ? (
        <TakingDialog
          act="suspend"
          tenant={tenant}
          send={suspend.mutateAsync}
          done={() => showToast({ text: t('suspended', { name }) })}
        />
      ) : null}
      {may.pause ? <PauseJobs tenant={tenant} /> : null}
      {may.remove ? (
        <TakingDialog
          act="remove"
          tenant={tenant}
          send={remove.mutateAsync}
          done={(removed) =>
            showToast({
              text: t('removed', { name }),
              undo: { label: common('undo'), run: () => void bringBack(removed.version) },
            })
          }
        />
      ) : null}
    </div>
  );
}

export function WelcomeButton({ id }: { id: string }) {
  const t = useTranslations('tenants');
  const { change, busy } = useChange();
  const { mutateAsync } = trpc.tenants.sendWelcome.useMutation();
  return (
    <Button
      size="small"
      busy={busy}
      onClick={() =>
        change({
          run: () => mutateAsync({ id }),
          said: () => t('welcomeSent'),
        })
      }
    >
      {t('sendWelcome')}
    </Button>
  );
}
