'use client';

import { LIBRARY_STATUSES } from '@studyspot/api/domains/libraries/names';
import type { OwnerOutputs } from '@studyspot/api/root';
import { StatusSwitch } from '@studyspot/portal/form/status-switch';
import { RowStatus } from '@studyspot/portal/list/row-status';

const status = { words: 'libraries', statuses: LIBRARY_STATUSES, procedure: 'libraries.setStatus' } as const;

export function LibraryStatusSwitch({ library }: { library: OwnerOutputs['libraries']['get'] }) {
  return <StatusSwitch {...status} record={library} />;
}

export function LibraryRowStatus({ library }: { library: OwnerOutputs['libraries']['list']['items'][number] }) {
  return <RowStatus {...status} record={library} />;
}
