// Functions with their owner's rights are few and listed: who owns them and who may call them.
const of = (owner: string, forWhom: string, names: readonly string[]) =>
  names.map((name) => `${name} of ${owner}, ${forWhom}`);

export const functions = [
  ...of('ss_identity', 'for ss_auth', [
    'identity.accept_invitation',
    'identity.arm_token',
    'identity.change_email',
    'identity.change_password',
    'identity.choices',
    'identity.choose_tenant',
    'identity.confirm',
    'identity.end_if_reused',
    'identity.end_other_session',
    'identity.end_other_sessions',
    'identity.end_session',
    'identity.find_login',
    'identity.level',
    'identity.list_sessions',
    'identity.make_token_for_mail',
    'identity.make_token_for_session',
    'identity.pass_device',
    'identity.password_of',
    'identity.person',
    'identity.prune',
    'identity.reset_password',
    'identity.rotate',
    'identity.session_facts',
    'identity.sign_in_failed',
    'identity.start_session',
    'identity.token_facts',
    'identity.update_person',
    'identity.verify_email',
  ]),
  // These read the claim.
  ...of('ss_identity', 'for ss_platform ss_tenant', ['identity.invite', 'identity.mail_to_member']),
  ...of('ss_identity', 'inner', [
    'identity.caller',
    'identity.end_all',
    'identity.end_reused',
    'identity.fitting',
    'identity.keep_token',
    'identity.recipient',
    'identity.secret_state',
    'identity.set_password',
    'identity.take_token',
    'identity.tell',
  ]),
  ...of('ss_gate', 'for ss_platform ss_tenant', ['wall.enter', 'wall.lock', 'wall.try_lock']),
  ...of('ss_owner', 'for ss_platform ss_tenant', ['wall.forget_keys']),
  ...of('ss_owner', 'inner', ['wall.ask_again']),
];

export const roles = [
  'ss_auth login',
  'ss_gate no login',
  'ss_identity no login',
  'ss_owner no login',
  'ss_platform login',
  'ss_tenant login',
];

export const triggers = [
  'memberships CREATE TRIGGER ask_again BEFORE UPDATE OF removed_at ON public.memberships FOR EACH ROW WHEN (((old.removed_at IS NOT NULL) AND (new.removed_at IS NULL))) EXECUTE FUNCTION wall.ask_again()',
];
