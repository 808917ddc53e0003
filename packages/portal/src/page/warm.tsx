'use client';

import { useEffect } from 'react';

/** The script of the page that most likely comes next is fetched while nothing else happens. */
export function useWarm(load: () => Promise<unknown>): void {
  useEffect(() => {
    const warm = () => void load().catch(() => undefined);
    if (typeof requestIdleCallback === 'undefined') {
      const timer = setTimeout(warm, 1_000);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(warm, { timeout: 3_000 });
    return () => cancelIdleCallback(idle);
  }, [load]);
}
