'use client';

import { DEPARTMENTS, PLATFORM_ROLES } from '@studyspot/api/domains/staff/names';
import {
  MemberForm as Change,
  type Granter as GranterOf,
  InviteForm as Invite,
  type MemberFormProps,
} from '@studyspot/portal/staff/staff-form';
import { trpc } from '../../shell/trpc.ts';

type Role = (typeof PLATFORM_ROLES)[number];
type Granter = GranterOf<Role>;

const schemas = () => import('@studyspot/api/domains/staff/schema');

const ground = { kind: 'platform', roles: PLATFORM_ROLES, departments: DEPARTMENTS } as const;

export function InviteForm({ granter }: { granter: Granter }) {
  const { mutateAsync } = trpc.platformStaff.invite.useMutation();
  return (
    <Invite
      {...ground}
      granter={granter}
      schema={async () => (await schemas()).invitePlatformStaffInput}
      send={mutateAsync}
    />
  );
}

export function MemberForm(props: Pick<MemberFormProps<Role>, 'granter' | 'member'>) {
  const { mutateAsync } = trpc.platformStaff.update.useMutation();
  return (
    <Change {...ground} {...props} schema={async () => (await schemas()).updatePlatformStaffInput} send={mutateAsync} />
  );
}
