'use client';

import type { OwnerOutputs } from '@studyspot/api/root';
import { useHere } from '@studyspot/portal/data/here';
import { useEffect } from 'react';
import { trpc } from '../../shell/trpc.ts';

export type Shown = OwnerOutputs['announcements']['board'][number];

// What a timer can wait for.
const LONGEST_MS = 2_147_483_647;

/** What is announced now: that something begins is told, when it ends each of them says itself. */
export function useBoard(): readonly Shown[] {
  const { may } = useHere();
  const { data = [], refetch } = trpc.announcements.board.useQuery(undefined, { enabled: may('announcements:read') });
  const next = Math.min(...data.map(({ endsAt }) => Date.parse(endsAt)));
  useEffect(() => {
    if (next === Number.POSITIVE_INFINITY) return;
    const timer = setTimeout(() => void refetch(), Math.min(Math.max(0, next - Date.now()) + 1_000, LONGEST_MS));
    return () => clearTimeout(timer);
  }, [next, refetch]);
  return data;
}

/** In the reader's language where it was written in it. */
export function saidIn(locale: string, { name, nameHi, body, bodyHi }: Shown) {
  return locale === 'hi' ? { name: nameHi ?? name, body: bodyHi ?? body } : { name, body };
}
