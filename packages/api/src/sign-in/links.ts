/** What opens a page of sign-in by a mailed link: each has its page of the same name in both portals. */
type LinkPurpose = 'reset' | 'device' | 'verify' | 'email';

export function linkTo(portalUrl: string, purpose: LinkPurpose, token: string): string {
  const url = new URL(`/${purpose}`, portalUrl);
  url.searchParams.set('token', token);
  return url.href;
}
