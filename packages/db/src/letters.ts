import { sql } from 'drizzle-orm';
import type { Portal } from './identity.ts';
import type { letterPurposes } from './schema/identity.ts';
import type { ChangeHandle } from './tenancy/scope.ts';

/** A letter of identity, as it is sent now. */
export interface DueLetter {
  purpose: (typeof letterPurposes)[number];
  portal: Portal;
  name: string;
  locale: 'en' | 'hi';
  /** Where it goes. */
  email: string;
  /** The person's own. */
  address: string;
  /** How long its link is good, and what arms it on the worker's second login; null of what has no link. */
  minutes: number | null;
  request: string | null;
}

/** null where there is nothing to send any more. */
export async function letterDue(db: ChangeHandle, letter: string): Promise<DueLetter | null> {
  const [row] = await db.run(sql`select identity.letter_due(${letter}::uuid)::text as answer`);
  const found = row?.['answer'];
  return typeof found === 'string' ? (JSON.parse(found) as DueLetter) : null;
}

export async function letterDone(db: ChangeHandle, letter: string): Promise<void> {
  await db.run(sql`select identity.letter_done(${letter}::uuid)`);
}
