import { type MailReason, reasonOf } from '@studyspot/providers/mail';
import { LETTERS, WORKER } from '../domains/system/jobs/names.ts';
import type { WorkServices } from './services.ts';

export type LetterFate = 'sent' | MailReason;

interface Tally {
  kind: string;
  done: number;
  failed: number;
  /** What the last one that was done had to say. */
  note: string | null;
  error: string | null;
}

/** What was done of each kind since that was last told; and since the beginning, for whoever measures. */
export function openTallies() {
  let tallies = new Map<string, Tally>();
  const all = { done: 0, failed: 0 };
  const letters = new Map<LetterFate, number>();

  function add(kind: string, error: string | null, said: unknown = null): void {
    const tally = tallies.get(kind) ?? { kind, done: 0, failed: 0, note: null, error: null };
    if (typeof said === 'string') tally.note = said;
    if (error === null) tally.done += 1;
    else tally.failed += 1;
    tally.error = error ?? tally.error;
    tallies.set(kind, tally);
  }

  function addLetter(fate: LetterFate): void {
    letters.set(fate, (letters.get(fate) ?? 0) + 1);
    // An address that does not exist is the matter of whoever wrote it down, and its trail says so.
    if (fate !== 'address') add(LETTERS, fate === 'sent' ? null : `mail failed: ${fate}`);
  }

  return {
    all,
    letters: letters as ReadonlyMap<LetterFate, number>,
    jobEnded(kind: string, error: string | null, said: unknown = null): void {
      add(kind, error, said);
      if (error === null) all.done += 1;
      else all.failed += 1;
    },
    /** The same services, each letter counted by what became of it. */
    counted: (services: WorkServices): WorkServices => ({
      ...services,
      mail: {
        async send(letter) {
          try {
            const answer = await services.mail.send(letter);
            addLetter('sent');
            return answer;
          } catch (error) {
            addLetter(reasonOf(error) ?? 'away');
            throw error;
          }
        },
      },
    }),
    /** Also of a worker that has nothing to do: by that it is known to be there. */
    take(): Tally[] {
      add(WORKER, null);
      const told = [...tallies.values()];
      tallies = new Map();
      return told;
    },
  };
}
