export type Door = 'csrf' | 'callback' | 'signout' | 'refresh' | 'closed' | 'elsewhere';

const open = new Map<string, Door>([
  ['GET /api/auth/csrf', 'csrf'],
  ['POST /api/auth/callback/credentials', 'callback'],
  ['POST /api/auth/signout', 'signout'],
  ['POST /api/auth/refresh', 'refresh'],
]);

// What a detour (encoded letters, dots, doubled or trailing slashes, capitals) leads to after all of them are undone.
function plainPath(path: string): string {
  let text = path;
  for (let round = 0; round < 3; round++) {
    try {
      text = decodeURIComponent(text);
    } catch {
      break;
    }
  }
  const url = new URL(`http://host/${text.replaceAll('\\', '/').replace(/^\/+/, '')}`);
  return url.pathname.replace(/\/{2,}/g, '/').toLowerCase();
}

/** next-auth has more routes than we use, and some of them change the cookie: exactly these pass, in this spelling. */
export function doorOf(method: string, url: string): Door {
  const path = url.split(/[?#]/, 1)[0] ?? '';
  const door = open.get(`${method} ${path}`);
  if (door) return door;
  const plain = plainPath(path);
  return plain === '/api/auth' || plain.startsWith('/api/auth/') ? 'closed' : 'elsewhere';
}
