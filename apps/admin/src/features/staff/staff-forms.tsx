'use client';

import {
  DEPARTMENTS,
  invitePlatformStaffInput,
  PLATFORM_ROLES,
  updatePlatformStaffInput,
} from '@studyspot/api/domains/staff/schema';
import { useRequestKey } from '@studyspot/portal/form/request-key';
import { MemberActions, type MemberActionsProps } from '@studyspot/portal/staff/member-actions';
import { StaffForm, type StaffValues } from '@studyspot/portal/staff/staff-form';
import { showToast } from '@studyspot/ui/toast';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { trpc } from '../../shell/trpc.ts';

type Role = (typeof PLATFORM_ROLES)[number];

export interface Granter {
  id: string;
  held: readonly string[];
  allowed: readonly Role[];
}

export function InviteForm({ granter }: { granter: Granter }) {
  const t = useTranslations('staff');
  const router = useRouter();
  const requestKey = useRequestKey();
  const { mutateAsync } = trpc.platformStaff.invite.useMutation();
  return (
    <StaffForm
      kind="platform"
      roles={PLATFORM_ROLES}
      departments={DEPARTMENTS}
      allowed={granter.allowed}
      held={granter.held}
      member={null}
      schema={invitePlatformStaffInput}
      toInput={({ name, email, role, department, added, removed }: StaffValues<Role>) => ({
        requestKey,
        name,
        email,
        role,
        department,
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
  const { mutateAsync } = trpc.platformStaff.update.useMutation();
  const { id, version } = member;
  return (
    <StaffForm
      key={version}
      kind="platform"
      roles={PLATFORM_ROLES}
      departments={DEPARTMENTS}
      allowed={granter.allowed}
      held={granter.held}
      member={member}
      schema={updatePlatformStaffInput}
      toInput={({ role, department, added, removed }: StaffValues<Role>) => ({
        id,
        version,
        role,
        department,
        added,
        removed,
      })}
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
