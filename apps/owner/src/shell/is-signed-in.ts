import { caller } from './session.ts';

/** The gate is asked, not the cookie's signature: a dead cookie would lead in circles. */
export async function isSignedIn(): Promise<boolean> {
  try {
    const api = await caller();
    await api.identity.me();
    return true;
  } catch {
    return false;
  }
}
