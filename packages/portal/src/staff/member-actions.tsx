'use client';

import { Button } from '@studyspot/ui/button';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useContext } from 'react';
import { Confirm } from '../form/confirm.tsx';
import { useChange } from '../form/use-change.tsx';
import { FrameContext } from '../page/record-frame.tsx';
import type { Member } from './staff-list.tsx';

export interface MemberActionsProps {
  member: Pick<Member, 'id' | 'version' | 'name' | 'email' | 'state'>;
  may: { remove: boolean; reset: boolean; resend: boolean };
  remove: (input: { id: string; version: number }) => Promise<unknown>;
  resend: (input: { id: string }) => Promise<unknown>;
  sendReset: (input: { id: string }) => Promise<unknown>;
}

export function MemberActions({ member, may, remove, resend, sendReset }: MemberActionsProps) {
  const t = useTranslations('staff');
  const router = useRouter();
  const framed = useContext(FrameContext);
  const { change, busy } = useChange();
  const { id, version, name, email, state } = member;

  return (
    <div className="flex flex-wrap gap-2">
      {state === 'invited' && may.resend ? (
        <Button busy={busy} onClick={() => change({ run: () => resend({ id }), said: () => t('resent', { email }) })}>
          {t('resend')}
        </Button>
      ) : null}
      {state === 'active' && may.reset ? (
        <Button
          busy={busy}
          onClick={() => change({ run: () => sendReset({ id }), said: () => t('resetSent', { email }) })}
        >
          {t('sendReset')}
        </Button>
      ) : null}
      {state !== 'removed' && may.remove ? (
        <Confirm
          label={t('remove')}
          title={t('removeTitle', { name })}
          confirm={t('removeConfirm')}
          busy={busy}
          run={async () => {
            const removed = await change({ run: () => remove({ id, version }), said: () => t('removed', { name }) });
            if (removed && !framed) router.push('/staff');
            return removed;
          }}
        >
          {t('removeBody', { name })}
        </Confirm>
      ) : null}
    </div>
  );
}
