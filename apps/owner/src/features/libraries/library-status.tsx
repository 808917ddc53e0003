'use client';

import { LIBRARY_STATUSES } from '@studyspot/api/domains/libraries/names';
import type { OwnerOutputs } from '@studyspot/api/root';
import { StatusSwitch } from '@studyspot/portal/form/status-switch';
import { PickedStatus } from '@studyspot/portal/list/picked-status';
import { RowStatus } from '@studyspot/portal/list/row-status';

const status = { words: 'libraries', statuses: LIBRARY_STATUSES, procedure: 'libraries.setStatus' } as const;

export function LibraryStatusSwitch({ library }: { library: OwnerOutputs['libraries']['get'] }) {
  return <StatusSwitch {...status} record={library} />;
}

type Listed = OwnerOutputs['libraries']['list']['items'][number];

export function LibraryRowStatus({ library }: { library: Listed }) {
  return <RowStatus {...status} record={library} />;
}

export function LibraryPickedStatus({ rows, done }: { rows: readonly Listed[]; done: () => void }) {
  return <PickedStatus {...status} rows={rows} done={done} />;
}
