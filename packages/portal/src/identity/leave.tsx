'use client';

import { useEffect } from 'react';
import { forgetDrafts } from '../form/draft.tsx';
import { forgetKnown } from '../outbox/known.tsx';

/**
 * On the page where people sign in: the next person at this device finds nothing of what was read, and after a sign-out
 * nothing of what was typed. What is kept to be sent waits for its person, unless they said to drop it.
 */
export function Leave({ hasSignedOut }: { hasSignedOut: boolean }) {
  useEffect(() => {
    if (hasSignedOut) forgetDrafts();
    void forgetKnown().catch(() => undefined);
  }, [hasSignedOut]);
  return null;
}
