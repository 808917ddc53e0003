import * as z from 'zod/mini';
import { atMost, email, id, instant, line, optionalPhone } from '../../fields.ts';
import { LETTER_FATES, LETTER_PURPOSES } from './names.ts';
import { passwordFault } from './rules.ts';

export const localeInput = z.enum(['en', 'hi']);
const given = z.string().check(atMost(256), z.minLength(1));
const token = z.string().check(atMost(43), z.regex(/^[A-Za-z0-9_-]{43}$/, { error: 'token' }));

export const newPassword = z.string().check(
  atMost(256),
  z.superRefine((value, context) => {
    const fault = passwordFault(value);
    if (fault) context.issues.push({ code: 'custom', input: value, message: fault });
  }),
);

export const done = z.object({ done: z.literal(true) });

const tenantKind = z.enum(['platform', 'library']);
const portal = z.enum(['owner', 'admin']);

export const me = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.nullable(z.string()),
  verified: z.boolean(),
  locale: localeInput,
  portal,
  session: z.string(),
  tenant: z.nullable(z.object({ id: z.string(), name: z.string(), kind: tenantKind, status: z.string() })),
  library: z.nullable(z.string()),
  role: z.nullable(z.string()),
  added: z.array(z.string()),
  removed: z.array(z.string()),
  /** How many tenants of this portal one could choose from. */
  choices: z.int(),
});

export const supportContact = z.object({ email: z.string() });

export const choices = z.array(
  z.object({
    tenantId: z.string(),
    tenantName: z.string(),
    kind: tenantKind,
    status: z.string(),
    role: z.string(),
    current: z.boolean(),
  }),
);
export const chooseTenantInput = z.object({ tenantId: id });
export const chosen = z.object({ tenant: z.string(), library: z.nullable(z.string()) });

export const updateProfileInput = z.object({ name: line(100), phone: optionalPhone, locale: localeInput });
export const changePasswordInput = z.object({ current: given, next: newPassword });

export const sessionList = z.array(
  z.object({
    id: z.string(),
    portal,
    agent: z.nullable(z.string()),
    address: z.nullable(z.string()),
    createdAt: instant,
    usedAt: instant,
    current: z.boolean(),
  }),
);
export const endSessionInput = z.object({ id });
export const endedCount = z.object({ ended: z.int() });

export const forgotPasswordInput = z.object({ email });
export const tokenPurpose = z.enum(['reset', 'verify', 'invite', 'device', 'email']);
export const tokenFactsInput = z.object({ token, purpose: tokenPurpose });
export const tokenFacts = z.object({
  tenantName: z.nullable(z.string()),
  name: z.string(),
  email: z.string(),
  needsPassword: z.boolean(),
});
export const resetPasswordInput = z.object({ token, password: newPassword });
export const verifyEmailInput = z.object({ token });
export const acceptInvitationInput = z.object({
  token,
  name: z.optional(line(100)),
  password: z.optional(newPassword),
});
export const requestEmailChangeInput = z.object({ email, password: given });
export const confirmEmailChangeInput = z.object({ token });
export const passDeviceInput = z.object({ token });

/** What the sign-in form posts; next-auth hands it to authorize as it came. */
export const credentials = z.object({ email, password: given });

export const letterPurpose = z.enum(LETTER_PURPOSES);
export const letterFate = z.enum(LETTER_FATES);
/** What became of letters to members; without a fate one waits. */
export const lettersTo = z.array(
  z.object({ member: id, purpose: letterPurpose, fate: z.nullable(letterFate), at: instant }),
);
