'use client';

import { useCallback, useState } from 'react';
import { useWarm } from '../page/warm.tsx';
import type { StandbyProps } from './standby-parts.tsx';

/** What is wanted now and then comes after the page: what waits to be sent, what is known without a network, a newer build. */
export function Standby(props: StandbyProps) {
  const [parts, setParts] = useState<typeof import('./standby-parts.tsx') | null>(null);
  useWarm(useCallback(() => import('./standby-parts.tsx').then(setParts), []));
  return parts ? <parts.StandbyParts {...props} /> : null;
}
