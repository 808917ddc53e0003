import type { Letter } from '../services.ts';

/** A letter with a name of its own: however often it is sent, whoever gets it can tell that it is one. */
export interface Posted extends Letter {
  id: string;
}

/** What jobs call outside. */
export interface WorkServices {
  /** Never called while a transaction is open. */
  mail: { send(letter: Posted): Promise<unknown> };
  /** Where links lead. */
  urls: { owner: string; admin: string };
  /** From now on what was asked for within the last minute opens by this token; false where nothing was. */
  arm(request: string, tokenHash: Uint8Array): Promise<boolean>;
}
