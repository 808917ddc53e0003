/** Where a sign-in may lead: a path of this portal. "//host" and "/\host" are other hosts to a browser. */
export function safePath(url: unknown): string {
  if (typeof url !== 'string' || url.length > 500) return '/';
  // Only what a Location header can hold.
  const isPath = /^\/(?![/\\])[!-[\]-~]*$/.test(url);
  return isPath && !url.startsWith('/api/') && !/^\/signin(?:[/?#]|$)/.test(url) ? url : '/';
}
