import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { addressKey, addressOf, proxyList, stripHeaders } from './peer.ts';

const request = (remoteAddress: string, headers: Record<string, string>) =>
  ({ socket: { remoteAddress }, headers: { ...headers } }) as unknown as IncomingMessage;

const proxies = proxyList(['10.0.0.0/8', '::1']);
const none = proxyList([]);

test('a stranger cannot choose its address', () => {
  const spoofed = request('203.0.113.9', { 'x-forwarded-for': '1.2.3.4', 'x-real-ip': '1.2.3.4' });
  expect(addressOf(spoofed, proxies)).toBe('203.0.113.9');
  expect(addressOf(request('::ffff:203.0.113.9', {}), none)).toBe('203.0.113.9');
});

test('behind our proxies the last address they did not write counts, whatever stands left of it', () => {
  const chain = (value: string) => request('10.0.0.5', { 'x-forwarded-for': value });
  expect(addressOf(chain('6.6.6.6, 198.51.100.7, 10.1.1.1'), proxies)).toBe('198.51.100.7');
  expect(addressOf(chain('nonsense'), proxies)).toBe('10.0.0.5');
});

test('forwarding headers go unless a proxy of ours sent them; our own go always', () => {
  const names = ['x-forwarded-host', 'x-forwarded-proto', 'forwarded', 'x-real-ip'];
  const ours = ['x-nonce', 'x-request-id', 'x-studyspot-session', 'x-middleware-subrequest'];
  const kept = ['x-studyspot-tenant', 'x-studyspot-person', 'accept'];
  const all = Object.fromEntries([...names, ...ours, ...kept].map((name) => [name, 'x']));
  const stranger = request('203.0.113.9', all);
  stripHeaders(stranger, proxies);
  expect(Object.keys(stranger.headers)).toEqual(kept);
  const proxy = request('10.0.0.5', all);
  stripHeaders(proxy, proxies);
  expect(Object.keys(proxy.headers)).toEqual([...names, ...kept]);
});

test('one machine is one /64', () => {
  expect(addressKey('2001:db8::1')).toBe(addressKey('2001:db8:0:0:ffff:1:2:3'));
  expect(addressKey('2001:db8:0:1::1')).not.toBe(addressKey('2001:db8::1'));
  expect(addressKey('192.0.2.1')).toBe('192.0.2.1');
});

test('a range that is none is refused at the start', () => {
  expect(() => proxyList(['proxy.local'])).toThrow('TRUSTED_PROXIES');
});
