'use client';

import { TENANT_ROLES } from '@studyspot/api/domains/staff/names';
import {
  MemberForm as Change,
  type Granter as GranterOf,
  InviteForm as Invite,
  type MemberFormProps,
} from '@studyspot/portal/staff/staff-form';
import { trpc } from '../../shell/trpc.ts';

type Role = (typeof TENANT_ROLES)[number];
type Granter = GranterOf<Role>;

const schemas = () => import('@studyspot/api/domains/staff/schema');

const ground = { kind: 'tenant', roles: TENANT_ROLES } as const;

export function InviteForm({ granter }: { granter: Granter }) {
  const { mutateAsync } = trpc.staff.invite.useMutation();
  return (
    <Invite {...ground} granter={granter} schema={async () => (await schemas()).inviteStaffInput} send={mutateAsync} />
  );
}

export function MemberForm(props: Pick<MemberFormProps<Role>, 'granter' | 'member'>) {
  const { mutateAsync } = trpc.staff.update.useMutation();
  return <Change {...ground} {...props} schema={async () => (await schemas()).updateStaffInput} send={mutateAsync} />;
}
