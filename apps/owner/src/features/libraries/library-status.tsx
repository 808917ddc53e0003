'use client';

import { LIBRARY_STATUSES } from '@studyspot/api/domains/libraries/names';
import type { OwnerOutputs } from '@studyspot/api/root';
import { newKey } from '@studyspot/portal/form/request-key';
import { StatusSwitch } from '@studyspot/portal/form/status-switch';
import { RowStatus } from '@studyspot/portal/list/row-status';
import { trpc } from '../../shell/trpc.ts';

export function LibraryStatusSwitch({ library }: { library: OwnerOutputs['libraries']['get'] }) {
  const { mutateAsync } = trpc.libraries.setStatus.useMutation();
  return (
    <StatusSwitch
      words="libraries"
      statuses={LIBRARY_STATUSES}
      record={library}
      send={(input) => mutateAsync({ requestKey: newKey(), ...input })}
    />
  );
}

export function LibraryRowStatus({ library }: { library: OwnerOutputs['libraries']['list']['items'][number] }) {
  const { mutateAsync } = trpc.libraries.setStatus.useMutation();
  return (
    <RowStatus
      words="libraries"
      statuses={LIBRARY_STATUSES}
      record={library}
      send={(input) => mutateAsync({ requestKey: newKey(), ...input })}
    />
  );
}
