import { createHash, randomBytes } from 'node:crypto';

/** What a mailed link carries: 43 letters, of which the database keeps the hash alone. */
export function newToken(): { token: string; tokenHash: Uint8Array } {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: hashToken(token) };
}

export function hashToken(token: string): Uint8Array {
  return createHash('sha256').update(token).digest();
}
