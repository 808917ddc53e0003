import { createHmac, hash } from 'node:crypto';

/**
 * The secret of generation n. Derived, so that refreshes that run side by side all get the same successor;
 * neither the database (seed) nor the key alone forges one.
 */
export function deriveSecret(key: string, session: string, seed: Uint8Array, generation: number): Uint8Array {
  return createHmac('sha256', key).update(`session secret ${session} ${generation} `).update(seed).digest();
}

export function hashSecret(secret: Uint8Array): Uint8Array {
  return hash('sha256', secret, 'buffer');
}
