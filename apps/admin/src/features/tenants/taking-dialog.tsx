'use client';

import { ReasonDialog } from '@studyspot/portal/form/reason-dialog';
import { stayAt } from '@studyspot/portal/list/stay-link';
import { usePathname, useSearchParams } from 'next/navigation';
import type { Taking } from './tenant-address.ts';
import type { Tenant } from './tenant-list.tsx';

export interface TakingDialogProps {
  act: Taking;
  tenant: Pick<Tenant, 'id' | 'version' | 'name'>;
  send: (input: { id: string; version: number; reason: string }) => Promise<Tenant>;
  done: (tenant: Tenant) => void;
}

/** A customer is suspended or removed; an address may ask for it. */
export function TakingDialog({ act, tenant, send, done }: TakingDialogProps) {
  const path = usePathname();
  const isAsked = useSearchParams().has(act);
  const { id, version, name } = tenant;
  return (
    <ReasonDialog
      words="tenants"
      act={act}
      name={name}
      schema={async () => (await import('@studyspot/api/domains/tenants/schema')).tenantReasonInput}
      toInput={(reason) => ({ id, version, reason })}
      send={send}
      done={done}
      opens={isAsked}
      closed={() => {
        if (isAsked) stayAt(path, 'replace');
      }}
    />
  );
}
