import { sql } from 'drizzle-orm';
import type { Portal } from './identity.ts';
import type { letterFates, letterPurposes } from './schema/identity.ts';
import { arrayLiteral } from './tenancy/array-literal.ts';
import type { ChangeHandle, ReadHandle } from './tenancy/scope.ts';

export type LetterPurpose = (typeof letterPurposes)[number];
export type LetterFate = (typeof letterFates)[number];

/** A letter of identity, as it is sent now. */
export interface DueLetter {
  purpose: LetterPurpose;
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

export async function letterDone(db: ChangeHandle, letter: string, fate: LetterFate): Promise<void> {
  await db.run(sql`select identity.letter_done(${letter}::uuid, ${fate})`);
}

/** What became of letters: of each kind within a day, and those that did not arrive. */
export interface LettersTold {
  kinds: {
    purpose: LetterPurpose;
    sent: number;
    waiting: number;
    since: string | null;
    lost: number;
    /** Why the last one of them. */
    reason: LetterFate | null;
  }[];
  lost: { id: string; purpose: LetterPurpose; to: string; reason: LetterFate; at: string; again: boolean }[];
}

export async function lettersTold(db: ReadHandle): Promise<LettersTold> {
  const [row] = await db.run(sql`select identity.letters_told() as told`);
  return row?.['told'] as LettersTold;
}

/** False where that makes no sense any more. */
export async function letterAgain(db: ChangeHandle, letter: string): Promise<boolean> {
  const [row] = await db.run(sql`select identity.letter_again(${letter}::uuid) as done`);
  return row?.['done'] === true;
}

export interface LetterTo {
  member: string;
  purpose: LetterPurpose;
  /** Null while it waits. */
  fate: LetterFate | null;
  at: Date;
}

/** The last ones to these members, of a tenant of the platform's or of the claim's, as far as whoever asks may know of them. */
export async function lettersTo(db: ReadHandle, members: readonly string[], tenant?: string): Promise<LetterTo[]> {
  const of = sql`coalesce(${tenant ?? null}::uuid, current_setting('app.tenant_id')::uuid)`;
  const rows = await db.run(sql`
    select member, purpose, fate, at from identity.letters_to(${of}, ${arrayLiteral(members)}::uuid[])`);
  return rows as unknown as LetterTo[];
}
