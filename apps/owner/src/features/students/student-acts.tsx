'use client';

import type { OwnerOutputs } from '@studyspot/api/root';
import { Confirm } from '@studyspot/portal/form/confirm';
import { ReasonDialog } from '@studyspot/portal/form/reason-dialog';
import { useRequestKey } from '@studyspot/portal/form/request-key';
import { useChange } from '@studyspot/portal/form/use-change';
import { Button } from '@studyspot/ui/button';
import { showToast } from '@studyspot/ui/toast';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';

type Student = OwnerOutputs['students']['get'];

/** What takes a student away from the desk, and brings them back. */
export function StudentActs({ student, mayRemove }: { student: Student; mayRemove: boolean }) {
  const t = useTranslations('students');
  const common = useTranslations('common');
  const { change, busy } = useChange();
  const requestKey = useRequestKey();
  const setStatus = trpc.students.setStatus.useMutation();
  const suspend = trpc.students.suspend.useMutation();
  const remove = trpc.students.remove.useMutation();
  const restore = trpc.students.restore.useMutation();
  const { id, version, name, status, removedAt } = student;
  const bringBack = (from: number) =>
    change({ run: () => restore.mutateAsync({ id, version: from }), said: () => t('restored', { name }) });

  if (removedAt !== null)
    return mayRemove ? (
      <Button look="primary" busy={busy} onClick={() => void bringBack(version)}>
        {t('restore')}
      </Button>
    ) : null;
  return (
    <div className="flex flex-wrap gap-2">
      {status === 'suspended' ? (
        <Button
          busy={busy}
          onClick={() =>
            void change({
              run: () => setStatus.mutateAsync({ requestKey, id, version, status: 'active' }),
              said: () => t('reactivated', { name }),
            })
          }
        >
          {t('reactivate')}
        </Button>
      ) : (
        <ReasonDialog
          words="students"
          act="suspend"
          name={name}
          look="secondary"
          schema={async () => (await import('@studyspot/api/domains/students/schema')).suspendStudentInput}
          toInput={(reason) => ({ id, version, reason })}
          send={suspend.mutateAsync}
          done={() => showToast({ text: t('suspended', { name }) })}
        />
      )}
      {mayRemove ? (
        <Confirm
          label={t('remove')}
          title={t('removeTitle', { name })}
          confirm={t('remove')}
          busy={busy}
          run={() =>
            change({
              run: () => remove.mutateAsync({ id, version }),
              said: () => t('removed', { name }),
              undo: (gone) => ({ label: common('undo'), run: () => void bringBack(gone.version) }),
            })
          }
        >
          {t('removeBody', { name })}
        </Confirm>
      ) : null}
    </div>
  );
}
