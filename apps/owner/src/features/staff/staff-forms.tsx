'use client';

import { inviteStaffInput, TENANT_ROLES, updateStaffInput } from '@studyspot/api/domains/staff/schema';
import { useRequestKey } from '@studyspot/portal/form/request-key';
import { MemberActions, type MemberActionsProps } from '@studyspot/portal/staff/member-actions';
import { StaffForm, type StaffValues } from '@studyspot/portal/staff/staff-form';
import { showToast } from '@studyspot/ui/toast';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';

type Role = (typeof TENANT_ROLES)[number];

export interface Granter {
  id: string;
  held: readonly string[];
  allowed: readonly Role[];
}

export function InviteForm({ granter }: { granter: Granter }) {
  const t = useTranslations('staff');
  const router = useRouter();
  const requestKey = useRequestKey();
  const { mutateAsync } = trpc.staff.invite.useMutation();
  return (
    <StaffForm
      kind="tenant"
      roles={TENANT_ROLES}
      allowed={granter.allowed}
      held={granter.held}
      member={null}
      schema={inviteStaffInput}
      toInput={({ name, email, role, added, removed }: StaffValues<Role>) => ({
        requestKey,
        name,
        email,
        role,
        added,
        removed,
      })}
      send={mutateAsync}
      done={({ member, mail }) => {
        const { name, email } = member;
        showToast({ text: mail === 'sent' ? t('invited', { name, email }) : t('invitedNoMail', { name }) });
        router.push('/staff');
        router.refresh();
      }}
      draft={`${granter.id}:staff:new`}
    />
  );
}

export interface MemberFormProps {
  granter: Granter;
  member: StaffValues<Role> & { id: string; version: number };
}

export function MemberForm({ granter, member }: MemberFormProps) {
  const t = useTranslations('staff');
  const router = useRouter();
  const { mutateAsync } = trpc.staff.update.useMutation();
  const { id, version } = member;
  return (
    <StaffForm
      key={version}
      kind="tenant"
      roles={TENANT_ROLES}
      allowed={granter.allowed}
      held={granter.held}
      member={member}
      schema={updateStaffInput}
      toInput={({ role, added, removed }: StaffValues<Role>) => ({ id, version, role, added, removed })}
      send={mutateAsync}
      done={({ name }) => {
        showToast({ text: t('saved', { name }) });
        router.refresh();
      }}
      draft={`${granter.id}:staff:${id}`}
    />
  );
}

export function MemberButtons(props: Pick<MemberActionsProps, 'member' | 'may'>) {
  const remove = trpc.staff.remove.useMutation();
  const resend = trpc.staff.resendInvitation.useMutation();
  const sendReset = trpc.staff.sendReset.useMutation();
  return (
    <MemberActions
      {...props}
      remove={remove.mutateAsync}
      resend={resend.mutateAsync}
      sendReset={sendReset.mutateAsync}
    />
  );
}
