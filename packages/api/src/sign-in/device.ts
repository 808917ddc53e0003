import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';

/** A browser that signed in before, and for which accounts. It proves nothing but that. */
export interface Device {
  id: string;
  tags: readonly string[];
}

const shape = /^1~([0-9a-f-]{36})~([A-Za-z0-9_.-]{0,84})~([A-Za-z0-9_-]{43})$/;
const remembered = 5;

function mac(key: string, text: string): Buffer {
  return createHmac('sha256', key).update(`device ${text}`).digest();
}

function tagOf(key: string, email: string): string {
  return createHmac('sha256', key).update(`device account ${email}`).digest('base64url').slice(0, 16);
}

export function readDevice(key: string, value: string | null): Device | null {
  const [, id, tags, given] = shape.exec(value ?? '') ?? [];
  if (!id || tags === undefined || !given) return null;
  const bytes = Buffer.from(given, 'base64url');
  const expected = mac(key, `${id}~${tags}`);
  if (bytes.length !== expected.length || !timingSafeEqual(bytes, expected)) return null;
  return { id, tags: tags === '' ? [] : tags.split('.') };
}

export function isKnown(key: string, device: Device | null, email: string): boolean {
  return device?.tags.includes(tagOf(key, email)) ?? false;
}

/** The device's cookie with this account among those it knows; a shop's computer serves a few people. */
export function knowAccount(key: string, device: Device | null, email: string): { id: string; value: string } {
  const id = device?.id ?? randomUUID();
  const tag = tagOf(key, email);
  const tags = [tag, ...(device?.tags ?? []).filter((other) => other !== tag)].slice(0, remembered).join('.');
  return { id, value: `1~${id}~${tags}~${mac(key, `${id}~${tags}`).toString('base64url')}` };
}
