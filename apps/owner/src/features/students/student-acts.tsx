'use client';

import type { OwnerOutputs } from '@studyspot/api/root';
import { Confirm } from '@studyspot/portal/form/confirm';
import { ReasonDialog } from '@studyspot/portal/form/reason-dialog';
import { newKey } from '@studyspot/portal/form/request-key';
import { useChange } from '@studyspot/portal/form/use-change';
import { Button } from '@studyspot/ui/button';
import { Notice } from '@studyspot/ui/notice';
import { showToast } from '@studyspot/ui/toast';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';

type Student = OwnerOutputs['students']['get'];

function useTaking({ id, name }: Pick<Student, 'id' | 'name'>) {
  const t = useTranslations('students');
  const common = useTranslations('common');
  const { change, busy } = useChange();
  const setStatus = trpc.students.setStatus.useMutation();
  const suspend = trpc.students.suspend.useMutation();
  const restore = trpc.students.restore.useMutation();
  const back = (run: () => Promise<unknown>) => ({ label: common('undo'), run: () => void run() });

  /** As it was before: open or closed. */
  const letIn = (version: number, status: 'active' | 'inactive', reason: string | null) =>
    change({
      run: () => setStatus.mutateAsync({ requestKey: newKey(), id, version, status }),
      said: () => t('reactivated', { name }),
      ...(reason !== null && { undo: (now: Student) => back(() => suspendAgain(now.version, reason)) }),
    });
  const suspendAgain = (version: number, reason: string) =>
    change({ run: () => suspend.mutateAsync({ id, version, reason }), said: () => t('suspended', { name }) });
  const bringBack = (version: number, sibling: boolean) =>
    change({ run: () => restore.mutateAsync({ id, version, sibling }), said: () => t('restored', { name }) });
  return { busy, change, back, suspend, letIn, bringBack };
}

/** What takes a student away from the desk. */
export function StudentActs({ student, mayRemove }: { student: Student; mayRemove: boolean }) {
  const t = useTranslations('students');
  const { busy, change, back, suspend, letIn, bringBack } = useTaking(student);
  const remove = trpc.students.remove.useMutation();
  const { id, version, name, status, statusReason } = student;
  return (
    <div className="flex flex-wrap gap-2">
      {status === 'suspended' ? (
        <Button busy={busy} onClick={() => void letIn(version, 'active', statusReason)}>
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
          done={(now: Student) =>
            showToast({ text: t('suspended', { name }), undo: back(() => letIn(now.version, status, null)) })
          }
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
              // A moment ago the number was theirs, with whomever they share it.
              undo: (gone) => back(() => bringBack(gone.version, true)),
            })
          }
        >
          {t('removeBody', { name })}
        </Confirm>
      ) : null}
    </div>
  );
}

/** Of one who is removed: that they are, and the way back. */
export function RemovedStudent({ student, mayRemove }: { student: Student; mayRemove: boolean }) {
  const t = useTranslations('students');
  const { busy, bringBack } = useTaking(student);
  const [known] = student.siblings;
  return (
    <Notice>
      <p>{t('isRemoved')}</p>
      {known ? <p className="mt-1">{t('numberNow', { name: known.name, code: known.code })}</p> : null}
      {mayRemove ? (
        <div className="mt-2">
          <Button look="primary" busy={busy} onClick={() => void bringBack(student.version, known !== undefined)}>
            {t(known ? 'restoreSibling' : 'restore')}
          </Button>
        </div>
      ) : null}
    </Notice>
  );
}
