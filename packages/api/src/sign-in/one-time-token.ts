import { createHash, randomBytes } from 'node:crypto';

/** Only the hash reaches the database; the token stands in one mail and nowhere else, in no event and no log. */
export function newToken(): { token: string; tokenHash: Uint8Array } {
  const bytes = randomBytes(32);
  return { token: bytes.toString('base64url'), tokenHash: createHash('sha256').update(bytes).digest() };
}

export function hashToken(token: string): Uint8Array {
  return createHash('sha256').update(Buffer.from(token, 'base64url')).digest();
}

/** Minutes that a mailed link is good for. */
export const tokenMinutes = {
  reset: 30,
  device: 30,
  verify: 24 * 60,
  email: 24 * 60,
  invite: 7 * 24 * 60,
} as const;
