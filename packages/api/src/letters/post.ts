import { reasonOf } from '@studyspot/providers/mail';
import type { Trying } from '../work/say.ts';
import type { Posted } from '../work/services.ts';

/** What became of a letter. `unsure`: the server had it whole and never said whether it took it. */
export type Fate = 'sent' | 'address' | 'refused' | 'unsure';

/** Once for each letter, as far as SMTP allows: what nobody can know of is sent a second time, under the same name. */
export async function post(letter: Posted, { attempt, services }: Trying): Promise<Fate> {
  try {
    await services.mail.send(letter);
    return 'sent';
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === 'address' || reason === 'refused') return reason;
    if (reason === 'unsure' && attempt > 1) return 'unsure';
    throw error;
  }
}
