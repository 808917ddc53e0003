/** Minutes that a mailed link of sign-in is good for. The one for a device outlives two windows of the throttle. */
export const linkMinutes = { reset: 30, device: 60, verify: 24 * 60, email: 24 * 60 } as const;
export type LinkPurpose = keyof typeof linkMinutes;

/** Each purpose has its page of the same name in both portals. */
export function linkTo(portalUrl: string, purpose: LinkPurpose, token: string): string {
  const url = new URL(`/${purpose}`, portalUrl);
  url.searchParams.set('token', token);
  return url.href;
}
