import type { RequestFacts } from '../request.ts';
import { authorize, type Entrance, type TryNotes } from './authorize.ts';
import { cookieNames } from './cookie.ts';
import { csrfSecret } from './csrf.ts';
import { safePath } from './safe-path.ts';
import { idleDays, type SignIn } from './sign-in.ts';

interface CookieSetting {
  name: string;
  options: { httpOnly: true; sameSite: 'lax'; path: '/'; secure: boolean };
}
type Token = Record<string, unknown>;

function isEntrance(value: unknown): value is Entrance {
  return typeof value === 'object' && value !== null && 'sealed' in value && typeof value.sealed === 'string';
}

/** next-auth's options for one request. It needs no storage around it: authorize gets the request by closure. */
export function nextAuthOptions(signIn: SignIn, request: RequestFacts, notes: TryNotes) {
  const { portal, sessionKey } = signIn.settings;
  const names = cookieNames(portal, signIn.secure);
  const cookie = (name: string): CookieSetting => ({
    name,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure: signIn.secure },
  });
  const provider = {
    id: 'credentials',
    name: 'credentials',
    type: 'credentials' as const,
    credentials: {},
    authorize: (given: unknown) => authorize(signIn, given, request, notes),
  };
  return {
    secret: csrfSecret(sessionKey),
    useSecureCookies: signIn.secure,
    session: { strategy: 'jwt' as const, maxAge: idleDays * 86_400 },
    pages: { signIn: '/signin', error: '/signin', signOut: '/signin' },
    cookies: {
      sessionToken: cookie(names.session),
      csrfToken: cookie(names.csrf),
      callbackUrl: cookie(names.callback),
    },
    providers: [provider],
    callbacks: {
      jwt: ({ token, user }: { token: Token; user?: unknown }): Token =>
        isEntrance(user) ? { sealed: user.sealed } : token,
      redirect: ({ url, baseUrl }: { url: unknown; baseUrl: string }) => `${baseUrl}${safePath(url)}`,
    },
    // The maxAge next-auth hands over is 30 days whatever is set: the cookie's own end is what counts.
    jwt: {
      encode: ({ token }: { token?: Token | undefined }) =>
        Promise.resolve(typeof token?.sealed === 'string' ? token.sealed : ''),
      decode: ({ token }: { token?: string | undefined }): Promise<Token | null> =>
        Promise.resolve(token ? { sealed: token } : null),
    },
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  };
}

export type NextAuthOptions = ReturnType<typeof nextAuthOptions>;
