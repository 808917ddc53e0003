'use client';

import { MemberActions, type MemberActionsProps } from '@studyspot/portal/staff/member-actions';
import { trpc } from '../../shell/trpc.ts';

export function MemberButtons(props: Pick<MemberActionsProps, 'member' | 'may'>) {
  const remove = trpc.platformStaff.remove.useMutation();
  const resend = trpc.platformStaff.resendInvitation.useMutation();
  const sendReset = trpc.platformStaff.sendReset.useMutation();
  return (
    <MemberActions
      {...props}
      remove={remove.mutateAsync}
      resend={resend.mutateAsync}
      sendReset={sendReset.mutateAsync}
    />
  );
}
