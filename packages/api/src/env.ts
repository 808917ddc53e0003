import * as z from 'zod/mini';
import type { PortalName } from './request.ts';

const secret = z.string().check(z.minLength(32));
const whole = (fallback: number, least = 1) =>
  z._default(z.coerce.number<string>().check(z.int(), z.gte(least), z.lte(1_000_000_000)), fallback);
const address = z.string().check(z.regex(/^postgres(ql)?:\/\//));
const list = z.pipe(
  z.string(),
  z.transform((value) =>
    value
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  ),
);

const shape = {
  NODE_ENV: z._default(z.enum(['development', 'production', 'test']), 'production'),
  PORTAL_URL: z.url(),
  OWNER_URL: z.optional(z.url()),
  PORT: whole(3000),
  DATABASE_URL_TENANT: z.optional(address),
  DATABASE_URL_PLATFORM: z.optional(address),
  DATABASE_URL_AUTH: address,
  ACCEPTED_OPEN_DOORS: z.prefault(list, ''),
  SESSION_KEY: secret,
  SECRET_KEY: secret,
  PASSWORD_KEY: secret,
  METRICS_TOKEN: z.optional(secret),
  TRUSTED_PROXIES: z.prefault(list, ''),
  ALLOWED_ORIGINS: z.prefault(list, ''),
  LOG_LEVEL: z._default(z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']), 'info'),
  ACCESS_SECONDS: whole(900),
  GRACE_SECONDS: whole(30),
  CONFIRM_SECONDS: whole(60, 31),
  ROTATE_BEFORE_SECONDS: whole(60),
  CHANGES_PER_MINUTE: whole(100),
  READS_PER_MINUTE: whole(1200),
  SIGN_IN_TRIES: whole(5),
  SIGN_IN_TRIES_STRANGERS: whole(5),
  SIGN_IN_WINDOW_SECONDS: whole(900),
  SIGN_IN_TRIES_ADDRESS: whole(30),
  MAILS_PER_MAILBOX: whole(4),
  MAILS_PER_TENANT: whole(100),
  MAILS_PER_ADDRESS: whole(20),
  MAIL_WINDOW_SECONDS: whole(900),
  BATCH_MAX: whole(10),
  DRAIN_MS: whole(0, 0),
  BCRYPT_COST: whole(12, 4),
};

// Compared with what browsers send, letter by letter: one written otherwise would never match.
const isOrigin = (text: string): boolean => text !== 'null' && URL.parse(text)?.origin === text;

const isLocal = (url: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);

const schema = z.object(shape).check(
  z.refine((env) => env.ALLOWED_ORIGINS.every(isOrigin), {
    path: ['ALLOWED_ORIGINS'],
    error: 'takes origins as browsers send them, such as https://example.com, without a path or a slash at the end',
  }),
  z.refine((env) => (env.DATABASE_URL_TENANT === undefined) !== (env.DATABASE_URL_PLATFORM === undefined), {
    path: ['DATABASE_URL_TENANT'],
    error: 'set either DATABASE_URL_TENANT (owner portal) or DATABASE_URL_PLATFORM (admin portal), never both',
  }),
  z.refine((env) => env.OWNER_URL !== undefined || env.DATABASE_URL_TENANT !== undefined || isLocal(env.PORTAL_URL), {
    path: ['OWNER_URL'],
    error: 'is missing: the admin portal mails owners a link to their own portal',
  }),
  z.refine((env) => env.ACCESS_SECONDS > env.GRACE_SECONDS, {
    path: ['ACCESS_SECONDS'],
    error: 'must be more than GRACE_SECONDS',
  }),
  z.refine((env) => env.NODE_ENV !== 'production' || env.BCRYPT_COST >= 12, {
    path: ['BCRYPT_COST'],
    error: 'must be 12 or more in production',
  }),
);

export type Env = z.infer<typeof schema> & { portal: PortalName; owner: string; origins: readonly string[] };

/** The names that a portal reads. */
export const envNames: readonly string[] = Object.keys(shape).filter((name) => name !== 'NODE_ENV');

const withoutBlanks = (source: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));

/** Parsed once, at the edge; what is wrong is said in one line per name, without the value. */
export function readSettings<T>(
  whose: string,
  wanted: z.ZodMiniType<T>,
  source: Record<string, string | undefined>,
): T {
  const parsed = z.safeParse(wanted, withoutBlanks(source));
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => {
      const name = issue.path.map(String).join('.');
      const isMissing = issue.code === 'invalid_type' && (source[name] ?? '') === '';
      return `  ${name}: ${isMissing ? 'is missing' : issue.code === 'custom' ? issue.message : 'has a wrong value'}`;
    });
    throw new Error(`The settings of ${whose} are not complete:\n${faults.join('\n')}`);
  }
  return parsed.data;
}

export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const env = readSettings('this portal', schema, source);
  const portal = env.DATABASE_URL_TENANT === undefined ? 'admin' : 'owner';
  const own = new URL(env.PORTAL_URL).origin;
  return {
    ...env,
    portal,
    owner: new URL(env.OWNER_URL ?? (portal === 'owner' ? env.PORTAL_URL : 'http://localhost:3000')).origin,
    origins: [own, ...env.ALLOWED_ORIGINS],
  };
}
