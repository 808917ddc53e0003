import { createHmac, timingSafeEqual } from 'node:crypto';

export type Portal = 'owner' | 'admin';

/** What the signed cookie says. It names a session and a claim; only the gate decides what they are worth. */
export interface SessionCookie {
  portal: Portal;
  session: string;
  secret: Uint8Array;
  tenant: string | null;
  library: string | null;
}

export interface CookieNames {
  session: string;
  csrf: string;
  callback: string;
  device: string;
}

/** `two`: a request with two identities. Next takes the last of a name, others the first, so neither is believed. */
export type CookieReading =
  | { kind: 'none' }
  | { kind: 'one'; cookie: SessionCookie }
  | { kind: 'bad' }
  | { kind: 'two' };

// Its parts only: what stands in them was written by us, which the last part proves.
const shape =
  /^1~(owner|admin)~([0-9a-f-]{36})~([A-Za-z0-9_-]{43})~([0-9a-f-]{36}|none)~([0-9a-f-]{36}|none)~([A-Za-z0-9_-]{43})$/;

// Cookies remembered per process: a few hundred bytes each.
const mostOpened = 2_000;

// next-auth matches cookies by prefix and deletes what begins with its own: no name here begins with another's.
export function cookieNames(portal: Portal, secure: boolean): CookieNames {
  const prefix = secure ? '__Host-' : '';
  return {
    session: `${prefix}ss.${portal}`,
    csrf: `${prefix}csrf.${portal}`,
    callback: `${prefix}callback.${portal}`,
    device: `${prefix}device.${portal}`,
  };
}

function sign(key: string, body: string): Buffer {
  return createHmac('sha256', key).update(`session cookie ${body}`).digest();
}

export function sealCookie(key: string, cookie: SessionCookie): string {
  const secret = Buffer.from(cookie.secret).toString('base64url');
  const body = ['1', cookie.portal, cookie.session, secret, cookie.tenant ?? 'none', cookie.library ?? 'none'].join(
    '~',
  );
  return `${body}~${sign(key, body).toString('base64url')}`;
}

export function openCookie(key: string, portal: Portal, value: string): SessionCookie | null {
  const match = value.length > 400 ? null : shape.exec(value);
  if (!match) return null;
  const [, named, session, secret, tenant, library, mac] = match;
  if (named !== portal || !session || !secret || !tenant || !library || !mac) return null;
  const expected = sign(key, value.slice(0, value.lastIndexOf('~')));
  const given = Buffer.from(mac, 'base64url');
  // Base64url leaves spare bits in the last letter: the same bytes must also be the same text.
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  if (given.toString('base64url') !== mac) return null;
  return {
    portal,
    session,
    secret: Buffer.from(secret, 'base64url'),
    tenant: tenant === 'none' ? null : tenant,
    library: library === 'none' ? null : library,
  };
}

/** The one parser of the Cookie header: name and raw value, in order, nothing decoded. */
export function parseCookies(header: string | undefined): Array<[name: string, value: string]> {
  const found: Array<[string, string]> = [];
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at < 1) continue;
    found.push([part.slice(0, at).trim(), part.slice(at + 1).trim()]);
  }
  return found;
}

export function cookieValue(header: string | undefined, name: string): string | null {
  const values = parseCookies(header).filter(([key]) => key === name);
  return values.length === 1 ? (values[0]?.[1] ?? null) : null;
}

/** Opens what this key sealed. A page asks many times with one cookie: what was found true once stays true. */
export function openerOf(key: string, portal: Portal): (value: string) => SessionCookie | null {
  const opened = new Map<string, SessionCookie>();
  return (value) => {
    const known = opened.get(value);
    if (known) return known;
    const cookie = openCookie(key, portal, value);
    if (!cookie) return null;
    if (opened.size >= mostOpened) opened.clear();
    opened.set(value, Object.freeze(cookie));
    return cookie;
  };
}

/** The one reader: pages, API and streams all come through here. */
export function readCookie(
  header: string | undefined,
  name: string,
  open: (value: string) => SessionCookie | null,
): CookieReading {
  const values = parseCookies(header).filter(([found]) => found === name);
  if (values.length > 1) return { kind: 'two' };
  const value = values[0]?.[1];
  if (value === undefined) return { kind: 'none' };
  const cookie = open(value);
  return cookie ? { kind: 'one', cookie } : { kind: 'bad' };
}

/** The Cookie header with every value of that name, and of names that begin with it, replaced by this one (or none). */
export function replaceCookie(header: string | undefined, name: string, value: string | null): string {
  const rest = parseCookies(header).filter(([found]) => !found.startsWith(name));
  if (value !== null) rest.push([name, value]);
  return rest.map(([found, kept]) => `${found}=${kept}`).join('; ');
}

export interface CookieLife {
  expires?: Date;
  secure: boolean;
}

export function setCookie(name: string, value: string, life: CookieLife): string {
  const expires = life.expires ? `; Expires=${life.expires.toUTCString()}` : '';
  return `${name}=${value}; Path=/${expires}; HttpOnly; SameSite=Lax${life.secure ? '; Secure' : ''}`;
}

export function clearCookie(name: string, secure: boolean): string {
  return `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}
