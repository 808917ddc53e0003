import { createHmac, randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { Passwords } from '../services.ts';
import { openHands } from './password-hands.ts';
import { PasswordLine } from './password-line.ts';

export interface OpenPasswords extends Passwords {
  close(): Promise<void>;
}

export interface PasswordOptions {
  key: string;
  cost: number;
  /** Threads for the known and for strangers each. */
  workers?: number;
  /** Places in line, for each as well. */
  places?: number;
  deadlineMs?: number;
}

export function openPasswords(options: PasswordOptions): OpenPasswords {
  const { key, cost, deadlineMs = 8_000 } = options;
  const size = options.workers ?? Math.min(2, Math.max(1, availableParallelism() - 1));
  // No more than are served before their deadline, at a quarter of a second each.
  const line = new PasswordLine(options.places ?? 24 * size);
  // Threads of their own: strangers' step back behind everything else, and on a machine that is busy with a flood they
  // hardly run. The known must not wait for that; what they may ask is bounded by account.
  const hands = {
    known: openHands({ size, deadlineMs, stepsBack: false }),
    strangers: openHands({ size, deadlineMs, stepsBack: true }),
  };
  let dummy: Promise<string> | null = null;

  // bcrypt cuts at 72 bytes in silence: the HMAC makes 44 letters of any length, and needs a key the database lacks.
  const keyed = (password: string) => createHmac('sha256', key).update(password.normalize('NFC')).digest('base64');

  const hashOf = (input: string) => hands.known.ask({ kind: 'hash', input, cost }).then(String);
  async function dummyHash(): Promise<string> {
    dummy ??= hashOf(randomBytes(32).toString('base64')).catch((error: unknown) => {
      dummy = null;
      throw error;
    });
    return dummy;
  }
  // Made at once, so that the first unknown mail does not answer later than the others.
  void dummyHash().catch(() => undefined);

  return {
    isFull: (asker) => line.isFull(asker),
    hash: (password, asker) => line.hold(asker, () => hashOf(keyed(password))),
    matches: (password, find, asker) =>
      line.hold(asker, async () => {
        const hash = await find();
        const task = { kind: 'compare', input: keyed(password), hash: hash ?? (await dummyHash()) } as const;
        return (await hands[asker.lane].ask(task)) === true && hash !== null;
      }),
    async close() {
      await Promise.all([hands.known.close(), hands.strangers.close()]);
    },
  };
}
