'use client';

import { useCallback, useState } from 'react';
import { useWarm } from '../page/warm.tsx';

/** What is wanted now and then comes after the page. */
export function Standby() {
  const [parts, setParts] = useState<typeof import('./standby-parts.tsx') | null>(null);
  useWarm(useCallback(() => import('./standby-parts.tsx').then(setParts), []));
  return parts ? <parts.StandbyParts /> : null;
}
