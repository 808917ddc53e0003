'use client';

import { useEffect } from 'react';
import { forgetDrafts } from './draft.tsx';

/** On the page behind sign-out: the next person at this device finds nothing of what was typed. */
export function ForgetDrafts() {
  useEffect(forgetDrafts, []);
  return null;
}
