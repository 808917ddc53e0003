import { nothing } from '../../fields.ts';
import { publicProcedure } from '../../procedures/public.ts';
import { router } from '../../procedures/router.ts';
import { signedInProcedure } from '../../procedures/signed-in.ts';
import { acceptInvitation } from './link/accept-invitation.ts';
import { passDevice } from './link/pass-device.ts';
import { tokenFacts } from './link/token-facts.ts';
import { changePassword } from './password/change-password.ts';
import { forgotPassword } from './password/forgot-password.ts';
import { resetPassword } from './password/reset-password.ts';
import { confirmEmailChange } from './person/confirm-email-change.ts';
import { me } from './person/me.ts';
import { requestEmailChange } from './person/request-email-change.ts';
import { sendVerification } from './person/send-verification.ts';
import { supportContact } from './person/support-contact.ts';
import { updateProfile } from './person/update-profile.ts';
import { verifyEmail } from './person/verify-email.ts';
import * as schema from './schema.ts';
import { chooseTenant } from './session/choose-tenant.ts';
import { endOtherSessions } from './session/end-other-sessions.ts';
import { endSession } from './session/end-session.ts';
import { listChoices } from './session/list-choices.ts';
import { listSessions } from './session/list-sessions.ts';

export const identityRouter = router({
  me: signedInProcedure.input(nothing).output(schema.me).reads(me),
  choices: signedInProcedure.input(nothing).output(schema.choices).reads(listChoices),
  support: signedInProcedure.input(nothing).output(schema.supportContact).reads(supportContact),
  chooseTenant: signedInProcedure.input(schema.chooseTenantInput).output(schema.chosen).changes(chooseTenant),
  updateProfile: signedInProcedure.input(schema.updateProfileInput).output(schema.done).changes(updateProfile),
  changePassword: signedInProcedure.input(schema.changePasswordInput).output(schema.done).changes(changePassword),
  sessions: signedInProcedure.input(nothing).output(schema.sessionList).reads(listSessions),
  endSession: signedInProcedure.input(schema.endSessionInput).output(schema.done).changes(endSession),
  endOtherSessions: signedInProcedure.input(nothing).output(schema.endedCount).changes(endOtherSessions),
  sendVerification: signedInProcedure.input(nothing).output(schema.done).changes(sendVerification),
  requestEmailChange: signedInProcedure
    .input(schema.requestEmailChangeInput)
    .output(schema.done)
    .changes(requestEmailChange),
  forgotPassword: publicProcedure.input(schema.forgotPasswordInput).output(schema.done).changes(forgotPassword),
  tokenFacts: publicProcedure.input(schema.tokenFactsInput).output(schema.tokenFacts).reads(tokenFacts),
  resetPassword: publicProcedure.input(schema.resetPasswordInput).output(schema.done).changes(resetPassword),
  verifyEmail: publicProcedure.input(schema.verifyEmailInput).output(schema.done).changes(verifyEmail),
  acceptInvitation: publicProcedure.input(schema.acceptInvitationInput).output(schema.done).changes(acceptInvitation),
  confirmEmailChange: publicProcedure
    .input(schema.confirmEmailChangeInput)
    .output(schema.done)
    .changes(confirmEmailChange),
  passDevice: publicProcedure.input(schema.passDeviceInput).output(schema.done).changes(passDevice),
});
