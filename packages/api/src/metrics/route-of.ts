const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);
const MOST_PAGES = 100;

export const methodOf = (method: string | undefined): string =>
  method !== undefined && METHODS.has(method) ? method : 'other';

/** What kind of path it is; null for what is measured elsewhere, or lasts as long as somebody listens. */
export function openRoutes() {
  const pages = new Set<string>();
  return function routeOf(path: string, status: number): string | null {
    if (path.startsWith('/api/trpc/') || path === '/api/events') return null;
    if (path === '/healthz' || path === '/readyz' || path === '/metrics') return path;
    if (path.startsWith('/_next/')) return '/_next';
    if (path.startsWith('/api/auth/')) return '/api/auth';
    const pattern = path
      .split('/')
      .map((part) => (ID.test(part) ? '[id]' : part))
      .join('/');
    if (pages.has(pattern)) return pattern;
    // Anybody may make up an address: only what has shown a page is one.
    if (status !== 200 || pages.size >= MOST_PAGES) return 'other';
    pages.add(pattern);
    return pattern;
  };
}
