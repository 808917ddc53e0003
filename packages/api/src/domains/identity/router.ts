import { publicProcedure } from '../../procedures/public.ts';
import { router } from '../../procedures/router.ts';
import { signedInProcedure } from '../../procedures/signed-in.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { changePassword } from './change-password.ts';
import { chooseTenant } from './choose-tenant.ts';
import { confirmEmailChange } from './confirm-email-change.ts';
import { endOtherSessions } from './end-other-sessions.ts';
import { endSession } from './end-session.ts';
import { forgotPassword } from './forgot-password.ts';
import { listChoices } from './list-choices.ts';
import { listSessions } from './list-sessions.ts';
import { me } from './me.ts';
import { passDevice } from './pass-device.ts';
import { requestEmailChange } from './request-email-change.ts';
import { resetPassword } from './reset-password.ts';
import * as schema from './schema.ts';
import { sendVerification } from './send-verification.ts';
import { tokenFacts } from './token-facts.ts';
import { updateProfile } from './update-profile.ts';
import { verifyEmail } from './verify-email.ts';

export const identityRouter = router({
  me: signedInProcedure.input(schema.nothing).output(schema.me).reads(me),
  choices: signedInProcedure.input(schema.nothing).output(schema.choices).reads(listChoices),
  chooseTenant: signedInProcedure.input(schema.chooseTenantInput).output(schema.chosen).changes(chooseTenant),
  updateProfile: signedInProcedure.input(schema.updateProfileInput).output(schema.done).changes(updateProfile),
  changePassword: signedInProcedure.input(schema.changePasswordInput).output(schema.done).changes(changePassword),
  sessions: signedInProcedure.input(schema.nothing).output(schema.sessionList).reads(listSessions),
  endSession: signedInProcedure.input(schema.endSessionInput).output(schema.done).changes(endSession),
  endOtherSessions: signedInProcedure.input(schema.nothing).output(schema.endedCount).changes(endOtherSessions),
  sendVerification: signedInProcedure.input(schema.nothing).output(schema.mailed).changes(sendVerification),
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
