// Functions with their owner's rights are few and listed, with their arguments: who owns them, who may call them.
const of = (owner: string, forWhom: string, names: readonly string[]) =>
  names.map((name) => `${name} of ${owner}, ${forWhom}`);

export const functions = [
  ...of('ss_identity', 'for ss_auth', [
    'identity.accept_invitation(bytea, text, text)',
    'identity.arm_token(bytea, bytea)',
    'identity.change_email(bytea)',
    'identity.change_password(uuid, bytea, text, text, boolean)',
    'identity.choices(uuid, bytea, text)',
    'identity.choose_tenant(uuid, bytea, text, uuid)',
    'identity.confirm(uuid, bytea, text)',
    'identity.end_if_reused(uuid, bytea, text)',
    'identity.end_other_session(uuid, bytea, text, uuid)',
    'identity.end_other_sessions(uuid, bytea, text)',
    'identity.end_session(uuid, bytea, text, text)',
    'identity.find_login(text)',
    'identity.level()',
    'identity.list_sessions(uuid, bytea, text)',
    'identity.make_token_for_mail(text, text, bytea, integer, text)',
    'identity.make_token_for_session(uuid, bytea, text, text, bytea, integer, text)',
    'identity.pass_device(bytea)',
    'identity.password_of(uuid, bytea, text)',
    'identity.person(uuid, bytea, text)',
    'identity.reset_password(bytea, text)',
    'identity.rotate(uuid, bytea, text, integer, bytea, integer, integer, integer, integer)',
    'identity.session_facts(uuid, bytea, text)',
    'identity.sign_in_failed(text, text, text, text)',
    'identity.start_session(text, text, text, uuid, bytea, bytea, text, text, text, integer, integer, integer, uuid, bytea, text)',
    'identity.support_contact(uuid, bytea, text)',
    'identity.token_facts(bytea, text)',
    'identity.update_person(uuid, bytea, text, text, text, text)',
    'identity.verify_email(bytea)',
  ]),
  // These read the claim.
  ...of('ss_identity', 'for ss_platform ss_tenant', [
    'identity.invite(text, text)',
    'identity.mail_to_member(uuid, text, integer)',
  ]),
  ...of('ss_identity', 'inner', [
    'identity.caller(uuid, bytea, text)',
    'identity.end_all(uuid, uuid, text)',
    'identity.end_reused(sessions)',
    'identity.fitting(uuid, text)',
    'identity.keep_token(bytea, text, uuid, integer, text, uuid, uuid)',
    'identity.recipient(users)',
    'identity.secret_state(sessions, bytea)',
    'identity.set_password(uuid, text, uuid)',
    'identity.take_token(bytea, text)',
    'identity.tell(uuid, text, jsonb, jsonb)',
  ]),
  ...of('ss_gate', 'for ss_platform ss_tenant', [
    'wall.enter(uuid, bytea, text, text[], text, boolean, uuid)',
    'wall.lock(text)',
    'wall.try_lock(text)',
  ]),
  ...of('ss_owner', 'for ss_auth', ['identity.tidy(uuid, integer)']),
  ...of('ss_gate', 'for ss_owner', ['wall.tenants_after(uuid, integer)']),
  ...of('ss_owner', 'inner', ['wall.ask_again()']),
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
