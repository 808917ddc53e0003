import { exportOf } from '../../procedures/export-of.ts';
import { listOutput } from '../../procedures/list.ts';
import { platformProcedure } from '../../procedures/platform.ts';
import { router } from '../../procedures/router.ts';
import { tenantProcedure } from '../../procedures/tenant.ts';
import { timelineOf } from '../../procedures/timeline.ts';
import { done, lettersTo } from '../identity/schema.ts';
import { getMember } from './get-member.ts';
import { inviteMember } from './invite-member.ts';
import { listLetters } from './letters/list-letters.ts';
import { listActivity } from './list-activity.ts';
import { listStaff } from './list-staff.ts';
import { removeMember } from './remove-member.ts';
import { resendInvitation } from './resend-invitation.ts';
import {
  activityEvent,
  activityInput,
  invitePlatformStaffInput,
  inviteStaffInput,
  listPlatformStaffInput,
  listStaffInput,
  member,
  memberInput,
  memberVersionInput,
  updatePlatformStaffInput,
  updateStaffInput,
} from './schema.ts';
import { sendReset } from './send-reset.ts';
import { updateMember } from './update-member.ts';

export const staffRouter = router({
  list: tenantProcedure('users:read').input(listStaffInput).output(listOutput(member)).reads(listStaff('library')),
  export: exportOf(tenantProcedure('users:read'), 'member', listStaff('library'), [listStaffInput, member]),
  get: tenantProcedure('users:read').input(memberInput).output(member).reads(getMember('library')),
  timeline: timelineOf(tenantProcedure('users:read'), 'membership', getMember('library')),
  letters: tenantProcedure('users:read').input(memberInput).output(lettersTo).reads(listLetters('library')),
  invite: tenantProcedure('users:create').input(inviteStaffInput).output(member).creates(inviteMember),
  update: tenantProcedure('users:update').input(updateStaffInput).output(member).changes(updateMember),
  remove: tenantProcedure('users:delete').input(memberVersionInput).output(member).changes(removeMember),
  sendReset: tenantProcedure('users:reset').input(memberInput).output(done).changes(sendReset),
  resendInvitation: tenantProcedure('users:create').input(memberInput).output(done).changes(resendInvitation),
});

export const platformStaffRouter = router({
  list: platformProcedure('users:read')
    .input(listPlatformStaffInput)
    .output(listOutput(member))
    .reads(listStaff('platform')),
  export: exportOf(platformProcedure('users:read'), 'member', listStaff('platform'), [listPlatformStaffInput, member]),
  get: platformProcedure('users:read').input(memberInput).output(member).reads(getMember('platform')),
  timeline: timelineOf(platformProcedure('users:read'), 'membership', getMember('platform')),
  letters: platformProcedure('users:read').input(memberInput).output(lettersTo).reads(listLetters('platform')),
  invite: platformProcedure('users:create').input(invitePlatformStaffInput).output(member).creates(inviteMember),
  update: platformProcedure('users:update').input(updatePlatformStaffInput).output(member).changes(updateMember),
  remove: platformProcedure('users:delete').input(memberVersionInput).output(member).changes(removeMember),
  sendReset: platformProcedure('users:reset').input(memberInput).output(done).changes(sendReset),
  resendInvitation: platformProcedure('users:create').input(memberInput).output(done).changes(resendInvitation),
  activity: platformProcedure('users:activity')
    .input(activityInput)
    .output(listOutput(activityEvent))
    .reads(listActivity),
});
