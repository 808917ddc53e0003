'use client';

import { useCallback, useRef } from 'react';

interface Saved {
  version: number;
}

/** Quick changes of one record go one after another, each with the version that the one before has made. */
export function useInTurn(version: number) {
  const known = useRef(version);
  known.current = Math.max(known.current, version);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  return useCallback(<Output extends Saved>(send: (version: number) => Promise<Output>): Promise<Output> => {
    const turn = last.current.then(async () => {
      const saved = await send(known.current);
      known.current = Math.max(known.current, saved.version);
      return saved;
    });
    // A refusal is told by whoever sent it; the next has its turn all the same.
    last.current = turn.catch(() => undefined);
    return turn;
  }, []);
}
