import type { Ask, At, Identity } from './identity.ts';

type Value = string | number | boolean | Uint8Array | null;
type Kind = 'text' | 'uuid' | 'bytea' | 'int' | 'boolean';

// Every parameter travels as text and is cast in the statement, so that no driver's idea of a type counts.
function cast(kind: Kind, index: number): string {
  if (kind === 'bytea') return `decode($${index}::text, 'hex')`;
  return kind === 'text' ? `$${index}::text` : `$${index}::text::${kind}`;
}

function asText(value: Value): string | null {
  if (value === null || typeof value === 'string') return value;
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value);
}

const dateFields = new Set(['accessEndsAt', 'expiresAt', 'endsAt', 'rotatedAt', 'createdAt', 'usedAt']);

function revive(key: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (dateFields.has(key)) return new Date(value);
  return key === 'seed' ? new Uint8Array(Buffer.from(value, 'hex')) : value;
}

const kindsOf = {
  find_login: ['text'],
  sign_in_failed: ['text', 'text', 'text', 'text'],
  start_session: [
    'text',
    'text',
    'text',
    'uuid',
    'bytea',
    'bytea',
    'text',
    'text',
    'text',
    'int',
    'int',
    'int',
    'uuid',
    'bytea',
    'text',
  ],
  session_facts: ['uuid', 'bytea', 'text'],
  rotate: ['uuid', 'bytea', 'text', 'int', 'bytea', 'int', 'int', 'int', 'int'],
  confirm: ['uuid', 'bytea', 'text'],
  end_if_reused: ['uuid', 'bytea', 'text'],
  end_session: ['uuid', 'bytea', 'text', 'text'],
  person: ['uuid', 'bytea', 'text'],
  choices: ['uuid', 'bytea', 'text'],
  support_contact: ['uuid', 'bytea', 'text'],
  choose_tenant: ['uuid', 'bytea', 'text', 'uuid'],
  list_sessions: ['uuid', 'bytea', 'text'],
  end_other_session: ['uuid', 'bytea', 'text', 'uuid'],
  end_other_sessions: ['uuid', 'bytea', 'text'],
  password_of: ['uuid', 'bytea', 'text'],
  change_password: ['uuid', 'bytea', 'text', 'text', 'boolean'],
  update_person: ['uuid', 'bytea', 'text', 'text', 'text', 'text'],
  ask_letter_by_mail: ['text', 'text', 'text', 'text'],
  ask_letter: ['uuid', 'bytea', 'text', 'text', 'text'],
  token_facts: ['bytea', 'text'],
  reset_password: ['bytea', 'text', 'text'],
  verify_email: ['bytea'],
  accept_invitation: ['bytea', 'text', 'text'],
  change_email: ['bytea', 'text'],
  pass_device: ['bytea'],
  level: [],
} as const satisfies Record<string, readonly Kind[]>;

type FunctionName = keyof typeof kindsOf;

const texts = new Map<FunctionName, string>(
  (Object.keys(kindsOf) as FunctionName[]).map((name) => {
    const casts = kindsOf[name].map((kind, index) => cast(kind, index + 1));
    return [name, `select identity.${name}(${casts.join(', ')})::text as answer`];
  }),
);

const who = (at: At): Value[] => [at.session, at.secretHash, at.portal];

/** Every method is one statement: a function of the schema `identity`, answering json. */
export function identityOn(ask: Ask): Identity {
  async function call<T>(name: FunctionName, ...values: Value[]): Promise<T> {
    const [first] = values;
    const session = kindsOf[name][0] === 'uuid' && typeof first === 'string' ? first : undefined;
    const [row] = await ask(texts.get(name) ?? '', values.map(asText), session);
    const answer = row?.['answer'];
    // A function that returns void answers with empty text.
    return (typeof answer === 'string' && answer !== '' ? JSON.parse(answer, revive) : null) as T;
  }

  return {
    findLogin: (email) => call('find_login', email),
    signInFailed: ({ email, portal, address, why }) => call('sign_in_failed', email, portal, address, why),
    startSession: (input) =>
      call(
        'start_session',
        input.email,
        input.passwordHash,
        input.portal,
        input.session,
        input.seed,
        input.secretHash,
        input.address,
        input.agent,
        input.device,
        input.accessSeconds,
        input.idleDays,
        input.totalDays,
        input.replaces?.session ?? null,
        input.replaces?.secretHash ?? null,
        input.replaces?.portal ?? null,
      ),
    sessionFacts: (at) => call('session_facts', ...who(at)),
    rotate: (input) =>
      call(
        'rotate',
        ...who(input.at),
        input.fromGeneration,
        input.nextHash,
        input.accessSeconds,
        input.graceSeconds,
        input.confirmSeconds,
        input.minimumAgeSeconds,
      ),
    confirm: (at) => call('confirm', ...who(at)),
    endIfReused: (at) => call('end_if_reused', ...who(at)),
    endSession: (at, reason) => call('end_session', ...who(at), reason),
    person: (at) => call('person', ...who(at)),
    choices: (at) => call('choices', ...who(at)),
    supportContact: (at) => call('support_contact', ...who(at)),
    chooseTenant: (at, tenantId) => call('choose_tenant', ...who(at), tenantId),
    sessions: (at) => call('list_sessions', ...who(at)),
    endOtherSession: (at, sessionId) => call('end_other_session', ...who(at), sessionId),
    endOtherSessions: (at) => call('end_other_sessions', ...who(at)),
    passwordOf: (at) => call('password_of', ...who(at)),
    changePassword: (at, newHash, keepThis) => call('change_password', ...who(at), newHash, keepThis),
    updatePerson: (at, { name, phone, locale }) => call('update_person', ...who(at), name, phone, locale),
    askLetter: (input) =>
      'at' in input
        ? call('ask_letter', ...who(input.at), input.purpose, input.purpose === 'email' ? input.data : null)
        : call(
            'ask_letter_by_mail',
            ...[input.email, input.purpose, input.portal, input.purpose === 'device' ? input.data : null],
          ),
    tokenFacts: (tokenHash, purpose) => call('token_facts', tokenHash, purpose),
    resetPassword: (tokenHash, newHash, portal) => call('reset_password', tokenHash, newHash, portal),
    verifyEmail: (tokenHash) => call('verify_email', tokenHash),
    acceptInvitation: (tokenHash, name, passwordHash) => call('accept_invitation', tokenHash, name, passwordHash),
    changeEmail: (tokenHash, portal) => call('change_email', tokenHash, portal),
    passDevice: (tokenHash) => call('pass_device', tokenHash),
    level: () => call('level'),
  };
}
