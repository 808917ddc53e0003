'use client';

import type { AdminOutputs } from '@studyspot/api/root';
import { Confirm } from '@studyspot/portal/form/confirm';
import { ReasonDialog } from '@studyspot/portal/form/reason-dialog';
import { useChange } from '@studyspot/portal/form/use-change';
import { Button } from '@studyspot/ui/button';
import { showToast } from '@studyspot/ui/toast';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';

export type Library = AdminOutputs['libraries']['get'];

interface Of {
  library: Library;
}

/** What may be decided of a library as it stands now. */
export function LibraryActs({ library }: Of) {
  switch (library.standing) {
    case 'pending':
      return (
        <>
          <Approve library={library} />
          <Reasoned library={library} act="requestChanges" said="changesAsked" look="secondary" />
          <Reasoned library={library} act="reject" said="rejected" />
        </>
      );
    case 'rejected':
      return <Plain library={library} act="reconsider" said="reconsidered" />;
    case 'approved':
      return <Reasoned library={library} act="suspend" said="suspended" />;
    case 'suspended':
      return <Plain library={library} act="reinstate" said="reinstated" />;
    default:
      return null;
  }
}

function Approve({ library: { id, version, name } }: Of) {
  const t = useTranslations('libraries');
  const { change, busy } = useChange();
  const { mutateAsync } = trpc.libraries.approve.useMutation();
  return (
    <Confirm
      label={t('approve')}
      title={t('approveTitle', { name })}
      confirm={t('approve')}
      look="secondary"
      busy={busy}
      run={() => change({ run: () => mutateAsync({ id, version }), said: () => t('approved', { name }) })}
    >
      {t('approveBody')}
    </Confirm>
  );
}

interface ReasonedProps extends Of {
  act: 'requestChanges' | 'reject' | 'suspend';
  said: string;
  look?: 'secondary';
}

function Reasoned({ library: { id, version, name }, act, said, look }: ReasonedProps) {
  const t = useTranslations('libraries');
  const { mutateAsync } = trpc.libraries[act].useMutation();
  return (
    <ReasonDialog
      words="libraries"
      act={act}
      name={name}
      {...(look && { look })}
      schema={async () => (await import('@studyspot/api/domains/libraries/schema')).libraryReasonInput}
      toInput={(reason) => ({ id, version, reason })}
      send={mutateAsync}
      done={() => showToast({ text: t(said, { name }) })}
    />
  );
}

interface PlainProps extends Of {
  act: 'reconsider' | 'reinstate';
  said: string;
}

/** Gives back what was taken, so that it is done at once. */
function Plain({ library: { id, version, name }, act, said }: PlainProps) {
  const t = useTranslations('libraries');
  const { change, busy } = useChange();
  const { mutateAsync } = trpc.libraries[act].useMutation();
  return (
    <Button
      look="primary"
      busy={busy}
      onClick={() => change({ run: () => mutateAsync({ id, version }), said: () => t(said, { name }) })}
    >
      {t(act)}
    </Button>
  );
}
