import { PLATFORM_ROLES } from '@studyspot/api/domains/staff/schema';
import { readListQuery, type SearchParams } from '@studyspot/portal/list/list-query';
import { answer } from '@studyspot/portal/shell/answer';
import { NoPermission } from '@studyspot/portal/shell/no-permission';
import { titled } from '@studyspot/portal/shell/titled';
import { ActivityCard } from '@studyspot/portal/staff/activity-card';
import { MemberPage } from '@studyspot/portal/staff/member-page';
import { grantable, roleBelow, rolesToGive } from '@studyspot/portal/staff/rights';
import { MemberButtons, MemberForm } from '../../../../features/staff/staff-forms.tsx';
import { session } from '../../../../shell/session.ts';

export const generateMetadata = titled('staff');

const ACTIVITY_SHOWN = 20;

interface Props {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export default async function Page({ params, searchParams }: Props) {
  const [{ id }, { cursor }] = await Promise.all([params, readListQuery(searchParams, {}, ['at'])]);
  const { api, me, role, held, may } = await session();
  if (!may('users:read')) return <NoPermission permission="users:read" />;
  const [member, activity] = await answer(
    Promise.all([
      api.platformStaff.get({ id }),
      may('users:activity') ? api.platformStaff.activity({ id, cursor, limit: ACTIVITY_SHOWN }) : null,
    ]),
  );
  const granter = { id: me.id, held, allowed: rolesToGive(PLATFORM_ROLES, role, held, grantable('platform')) };
  const below = roleBelow(member, granter);
  return (
    <MemberPage
      member={member}
      withDepartment
      actions={
        member.self ? null : (
          <MemberButtons
            member={member}
            may={{
              remove: below !== null && may('users:delete'),
              reset: may('users:reset'),
              resend: may('users:create'),
            }}
          />
        )
      }
      form={below && may('users:update') ? <MemberForm granter={granter} member={{ ...member, role: below }} /> : null}
    >
      {activity ? <ActivityCard path={`/staff/${id}`} activity={activity} /> : null}
    </MemberPage>
  );
}
