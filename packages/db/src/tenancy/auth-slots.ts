import type { Ask } from './ask.ts';
import { Unavailable } from './faults.ts';
import { graceMs } from './interruption.ts';
import { toParameters } from './parameters.ts';
import { plainRows } from './plain-rows.ts';
import { type Follower, Slot } from './slot.ts';
import type { Slots } from './slots.ts';
import { requireQuery } from './statement-text.ts';
import { translate } from './translate.ts';
import type { Turn } from './waiting-lines.ts';

const alone: Follower = { sent: () => undefined, answered: () => undefined, failed: translate };

/** For whom the process asks: which address, and of which tenant where someone is signed in. */
export interface Asker {
  address: string;
  tenant: string | null;
}

// Not by session: one person may have hundreds, which would fill the lane of all who are signed in.
function turnOf(session: string | undefined, asker: Asker | undefined): Turn {
  if (session !== undefined) return { lane: 'session', key: asker?.tenant ?? asker?.address ?? session };
  return asker === undefined ? { lane: 'own', key: '' } : { lane: 'address', key: asker.address };
}

/**
 * One statement on a slot of its own turn: however many strangers ask, who is signed in is heard. A lost answer is
 * unknown: the function may have done its work.
 */
export function askOn(slots: Slots, deadlineMs: number, askedFor: () => Asker | undefined): Ask {
  return async (text, values, session) => {
    requireQuery(text);
    const parameters = toParameters(values);
    const deadlineAt = performance.now() + deadlineMs;
    const taken = slots.take(turnOf(session, askedFor()), deadlineAt);
    const slot = taken instanceof Slot ? taken : await taken;
    let stopped: Promise<void> | undefined;
    let late = setTimeout(
      () => {
        late = setTimeout(() => slot.die('deadline'), graceMs);
        stopped = slot.cancel();
      },
      Math.max(1, deadlineAt - performance.now()),
    );
    try {
      return plainRows(await slot.objects(text, parameters, alone));
    } catch (error) {
      if (slot.death) throw new Unavailable(slot.death.why, 'unknown', { cause: error });
      throw error;
    } finally {
      await stopped;
      clearTimeout(late);
      slots.giveBack(slot);
    }
  };
}
