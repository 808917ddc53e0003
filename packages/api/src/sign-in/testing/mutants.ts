import { one, type SignInMutant } from './mutant.ts';
import { floodMutants } from './mutants-floods.ts';

const rotation = 'sign-in/page-rotation.ts';
const doors = 'sign-in/auth-door.ts';
const reuse = 's.confirmed_at is null or ';

/** The mistakes of sign-in.md section 7 that show without a browser, and a few more. */
export const signInMutants: SignInMutant[] = [
  one(
    'cookie by setHeader instead of the wrap',
    'a page that sets a cookie',
    rotation,
    '  sendCookiesWithHead(call.res, request);',
    "  process.nextTick(() => call.res.headersSent || call.res.setHeader('set-cookie', request.setCookies));",
  ),
  one('request cookie not rewritten', 'the page sees', rotation, 'else req.headers.cookie = cookie;', ''),
  one(
    'random secrets',
    'parallel refreshes',
    'sign-in/derive.ts',
    '.update(seed)',
    '.update(seed).update(generation > 0 ? String(Math.random()) : "")',
  ),
  {
    name: 'no row lock',
    caughtBy: 'of parallel rotations',
    edits: [
      {
        file: 'sql:identity.rotate',
        from: 'x.portal = rotate.portal for update;',
        to: 'x.portal = rotate.portal;',
      },
    ],
  },
  {
    name: 'strict reuse after the grace',
    caughtBy: 'a lost answer',
    edits: [
      { file: 'sql:identity.secret_state', from: reuse, to: '' },
      { file: 'sql:identity.rotate', from: reuse, to: '' },
    ],
  },
  one(
    'a page confirms what its browser may never get',
    'two answers lost',
    'procedures/gate.ts',
    'entered.confirm && !context.request.isRenewed',
    'entered.confirm',
  ),
  {
    name: 'the first of four tabs makes thieves of the others',
    caughtBy: 'four tabs',
    edits: [{ file: 'sql:identity.rotate', from: "state = 'previous' and s.confirmed_at is null", to: 'false' }],
  },
  {
    name: 'the previous secret gains time after the confirmation',
    caughtBy: 'who holds the secret',
    edits: [{ file: 'sql:identity.rotate', from: "= 'previous' and s.confirmed_at is null", to: "= 'previous'" }],
  },
  {
    name: 'confirmed at first sight',
    caughtBy: 'a browser killed',
    edits: [
      { file: 'sql:identity.confirm', from: 'and now() >= s.confirm_after', to: '' },
      { file: 'sign-in/refresh.ts', from: 'Date.now() < due', to: 'false' },
    ],
  },
  {
    name: 'no reuse check',
    caughtBy: 'a stolen cookie',
    edits: [
      { file: 'sql:identity.secret_state', from: `and (${reuse}now() < s.previous_until)`, to: '' },
      { file: 'sql:identity.rotate', from: `and (${reuse}at < s.previous_until)`, to: '' },
    ],
  },
  {
    name: 'never confirmed',
    caughtBy: 'a stolen cookie',
    edits: [
      { file: 'sign-in/refresh.ts', from: 'await signIn.identity.confirm(', to: 'void (' },
      { file: 'procedures/gate.ts', from: 'await context.database.identity.confirm(', to: 'void (' },
    ],
  },
  one(
    'refresh without minimum age',
    'a refresh within half',
    'sign-in/refresh.ts',
    'Math.floor(accessSeconds / 2)',
    '0',
  ),
  one(
    'old session kept at sign-in',
    'signing in ends',
    'sign-in/sign-in.ts',
    "replaces: before.kind === 'one' ? signIn.at(before.cookie) : null",
    'replaces: before ? null : null',
  ),
  one(
    'a switch is not put right',
    'a late answer after a switch',
    'sign-in/refresh.ts',
    'if (same(cookie, facts))',
    'if (same(cookie, facts) || true)',
  ),
  {
    name: 'page tenant and cookie tenant not compared with the row',
    caughtBy: 'a late answer after a switch',
    edits: [{ file: 'procedures/gate.ts', from: 'return switched(facts.tenant);', to: 'return error;' }],
  },
  one(
    'a cookie whose name begins with the session cookie',
    'no cookie name begins',
    'sign-in/cookie.ts',
    'device.',
    'ss.owner.device.',
  ),
  one(
    'a failing sign-out is swallowed',
    'a sign-out that cannot',
    doors,
    'return send(call, 503, { number: 6003 });',
    '',
  ),
  one(
    'sign-out leaves the row alive',
    'after sign-out',
    doors,
    "await leaveSession(signIn, reading.cookie, 'signed out');",
    '',
  ),
  one(
    'signature not checked',
    'cookies that are not ours',
    'sign-in/cookie.ts',
    '!timingSafeEqual(given, expected)',
    'false',
  ),
  {
    name: "another portal's cookie passes",
    caughtBy: 'cookies that are not ours',
    edits: [
      { file: 'sign-in/cookie.ts', from: 'named !== portal ||', to: '' },
      {
        file: 'sign-in/cookie.ts',
        from: '    portal,\n    session,',
        to: '    portal: named as Portal,\n    session,',
      },
      {
        file: 'sign-in/sign-in.ts',
        from: 'hashSecret(cookie.secret), portal }',
        to: 'hashSecret(cookie.secret), portal: cookie.portal }',
      },
    ],
  },
  one(
    'two of our name pass',
    'cookies that are not ours',
    'sign-in/cookie.ts',
    "if (values.length > 1) return { kind: 'two' };",
    '',
  ),
  one(
    'Origin not checked',
    'a foreign, missing or null Origin',
    'http/handle.ts',
    "origins.has(req.headers.origin ?? '')",
    'true',
  ),
  one(
    'a missing Origin passes',
    'a foreign, missing or null Origin',
    'http/handle.ts',
    "origins.has(req.headers.origin ?? '')",
    '(req.headers.origin === undefined || origins.has(req.headers.origin))',
  ),
  one(
    'Origin compared by its beginning',
    'a foreign, missing or null Origin',
    'http/handle.ts',
    "origins.has(req.headers.origin ?? '')",
    "[...origins].some((own) => (req.headers.origin ?? '').startsWith(own))",
  ),
  one(
    'Referrer-Policy no-referrer',
    'pages keep the Origin',
    'http/headers.ts',
    "'referrer-policy': 'same-origin'",
    "'referrer-policy': 'no-referrer'",
  ),
  one(
    "next-auth's routes by name only",
    "next-auth's other routes",
    'sign-in/doors.ts',
    'const plain = plainPath(path);',
    'const plain = path;',
  ),
  one(
    "next-auth's other routes open",
    "next-auth's other routes",
    'sign-in/doors.ts',
    "? 'closed' : 'elsewhere'",
    "? 'csrf' : 'elsewhere'",
  ),
  {
    name: 'body without a cap',
    caughtBy: 'bad bodies',
    edits: [{ file: 'sign-in/form.ts', from: 'const mostBytes = 4096;', to: 'const mostBytes = 1e9;' }],
  },
  one(
    'object as password reaches authorize',
    'bad bodies',
    'sign-in/form.ts',
    'else return null;',
    'else fields[key] = field as never;',
  ),
  one('callbackUrl to anywhere', 'bad bodies', 'sign-in/safe-path.ts', "? url : '/'", '? url : url'),
  {
    name: 'authorize throws as it came',
    caughtBy: 'a failure inside authorize',
    edits: [
      {
        file: 'sign-in/authorize.ts',
        from: "throw new SignInRefused(isBusy(error) ? '6003' : '6002');",
        to: 'throw error;',
      },
      { file: doors, from: "isSignInCode(error) ? error : '6002'", to: 'error as never' },
    ],
  },
  one(
    'forwarding headers of anyone count',
    'forwarding headers',
    'http/peer.ts',
    'if (!holds(proxies, peer)) return peer;',
    '',
  ),
  one(
    "next-auth's own Location is sent",
    'no spoofed Host',
    doors,
    'else go(call, path);',
    "else go(call, answer.location ?? '');",
  ),
  one(
    'access may end before the page is drawn',
    'access that ends',
    'sign-in/refresh.ts',
    'left < signIn.settings.rotateBeforeSeconds * 1000',
    'left < 0',
  ),
  one(
    'rotation pushes the end',
    'rotation never pushes',
    'sign-in/refresh.ts',
    'expires: turned.expiresAt',
    'expires: new Date(Date.now() + 7 * 86_400_000)',
  ),
  one('HEAD turns the session', 'HEAD and OPTIONS', rotation, "req.method !== 'GET' && req.method !== 'POST'", 'false'),
  one(
    'bcrypt on the main thread',
    'passwords are compared',
    'sign-in/password-hands.ts',
    'free.worker.postMessage(first.task);',
    "const bcrypt = process.getBuiltinModule('node:module').createRequire(import.meta.url)('bcryptjs'); settle(free, { number: 0, value: first.task.kind === 'hash' ? bcrypt.hashSync(first.task.input, first.task.cost) : bcrypt.compareSync(first.task.input, first.task.hash) });",
  ),
  one(
    'a dead cookie is kept',
    'a dead cookie',
    rotation,
    '  if (isDocument(call)) request.setCookies.push(signIn.clear());\n',
    '',
  ),
  one(
    "a script's late answer takes the cookie of a new sign-in",
    'a dead cookie',
    rotation,
    'if (isDocument(call)) request.setCookies',
    'request.setCookies',
  ),
  one(
    'an RSC request is sent to the sign-in page',
    'a dead cookie',
    rotation,
    'if (!isDocument(call)) {',
    'if (!isDocument(call) && false) {',
  ),
  one(
    'an unknown mail answers otherwise',
    'a forgotten password',
    'domains/identity/password/forgot-password.ts',
    'return { done: true as const };',
    "if (!(await identity.findLogin(input.email))) throw new Error('unknown'); return { done: true as const };",
  ),
  {
    name: 'a token that works twice',
    caughtBy: 'a forgotten password',
    edits: [
      { file: 'sql:identity.take_token', from: 'x.purpose = wanted and x.used_at is null', to: 'x.purpose = wanted' },
      { file: 'sql:identity.token_facts', from: 'and k.used_at is null', to: '' },
    ],
  },
  {
    name: 'a reset that leaves sessions alive',
    caughtBy: 'a forgotten password',
    edits: [{ file: 'sql:identity.set_password', from: "perform identity.end_all(person, keep, 'password');", to: '' }],
  },
  one(
    'a disabled person learns it without the password',
    'who has no place',
    'sign-in/authorize.ts',
    'if (!right || !login?.passwordHash) {',
    "if (login && !login.active) throw new SignInRefused('1006');\n  if (!right || !login?.passwordHash) {",
  ),
  ...floodMutants,
];
