import { askOn } from './auth-slots.ts';
import { Slots } from './slots.ts';

export interface PostDatabase {
  /** What `mailToMember` asked for within the last minute now opens by this token; false when it did not. */
  arm(request: string, tokenHash: Uint8Array): Promise<boolean>;
  close(): Promise<void>;
}

const text = `select identity.arm_token(decode($1::text,'hex'),decode($2::text,'hex')) as answer`;

/** The second login of a worker, for which there are no tables: whoever asks for a link must not know its secret. */
export function openPostDatabase({ url, slots = 2 }: { url: string; slots?: number }): PostDatabase {
  const own = new Slots(url, slots);
  const ask = askOn(own, 10_000, () => undefined);
  return {
    async arm(request, tokenHash) {
      const [row] = await ask(text, [request, Buffer.from(tokenHash).toString('hex')]);
      return row?.['answer'] === true;
    },
    close: () => own.close(),
  };
}
