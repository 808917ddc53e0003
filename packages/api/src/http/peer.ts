import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';

const plain = (address: string): string => (address.startsWith('::ffff:') ? address.slice(7) : address);

/** Null trusts nobody, and costs nothing. */
type Proxies = BlockList | null;

/** Trusted proxies, as addresses or ranges such as `10.0.0.0/8`. */
export function proxyList(entries: readonly string[]): Proxies {
  if (entries.length === 0) return null;
  const list = new BlockList();
  for (const entry of entries) {
    const [address = '', bits] = entry.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (isIP(address) === 0) throw new Error(`TRUSTED_PROXIES: "${entry}" is not an address or a range`);
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

const holds = (list: Proxies, address: string): boolean =>
  list !== null && isIP(address) !== 0 && list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

const first = (value: string | string[] | undefined): string =>
  Array.isArray(value) ? value.join(',') : (value ?? '');

/** The caller's address: the peer's own, or the last one that our own proxies did not write themselves. */
export function addressOf(req: Pick<IncomingMessage, 'headers' | 'socket'>, proxies: Proxies): string {
  const peer = plain(req.socket.remoteAddress ?? '');
  if (!holds(proxies, peer)) return peer;
  const chain = first(req.headers['x-forwarded-for'])
    .split(',')
    .map((entry) => plain(entry.trim()))
    .filter((entry) => isIP(entry) !== 0);
  return chain.findLast((entry) => !holds(proxies, entry)) ?? peer;
}

const forwarded = /^(x-forwarded-|x-real-ip$|forwarded$|x-client-ip$|true-client-ip$|cf-connecting-ip$)/;
// Ours: written by server.ts for the page that it renders. The page's own x-studyspot-tenant and -person are only compared.
const ours = /^(x-nonce$|x-request-id$|x-studyspot-(?!(?:tenant|person)$)|x-middleware-|x-nextjs-data$)/;

/** Nobody tells us who they are: forwarding headers count from a trusted proxy alone, our own from nobody. */
export function stripHeaders(req: Pick<IncomingMessage, 'headers' | 'socket'>, proxies: Proxies): void {
  const isTrusted = holds(proxies, plain(req.socket.remoteAddress ?? ''));
  const headers: IncomingHttpHeaders = req.headers;
  for (const name of Object.keys(headers)) {
    if (ours.test(name) || (!isTrusted && forwarded.test(name))) delete headers[name];
  }
}

/** The first groups of an IPv6 address, written in one way. */
function groupsOf(address: string, count: number): string {
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array.from({ length: gap }, () => '0'), ...right];
  return `${groups
    .slice(0, count)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/${count * 16}`;
}

/** What a limit counts by: one machine has a whole /64 of IPv6 to itself. */
export const addressKey = (address: string): string => (isIPv6(address) ? groupsOf(address, 4) : address);

/** What one customer of a provider can have of addresses: a /48 of IPv6, a /24 of IPv4. */
export function prefixKey(address: string): string {
  if (isIPv6(address)) return groupsOf(address, 3);
  return isIP(address) === 0 ? address : `${address.slice(0, address.lastIndexOf('.'))}.0/24`;
}
