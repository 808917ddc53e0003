'use client';

import { type DehydratedState, HydrationBoundary } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo } from 'react';
import { useMarks } from '../shell/api-client.tsx';
import { routerOf } from './query-key.tsx';

export interface ArrivedProps {
  state: DehydratedState;
  /** How far the news had come before it was read. */
  mark: string;
  /** One for each time that it was drawn. */
  drawing: string;
  children: ReactNode;
}

// The server's clock is not the browser's: what a page brings is as old as its arrival here, however often it is shown.
const arrivals = new Map<string, number>();
const MOST = 200;

function arrivalOf(drawing: string): number {
  const known = arrivals.get(drawing);
  if (known !== undefined) return known;
  if (arrivals.size >= MOST) arrivals.clear();
  const now = Date.now();
  arrivals.set(drawing, now);
  return now;
}

/** Hands what a page has read to the browser's cache; what was changed since it was read counts as old. */
export function Arrived({ state, mark, drawing, children }: ArrivedProps) {
  const marks = useMarks();
  const dated = useMemo(() => {
    const at = typeof window === 'undefined' ? Date.now() : arrivalOf(drawing);
    const queries = state.queries.map((query) => {
      const isOld = marks.isOld(routerOf(query.queryKey) ?? '', mark);
      return { ...query, state: { ...query.state, dataUpdatedAt: isOld ? 1 : at } };
    });
    return { ...state, queries };
  }, [state, mark, drawing, marks]);
  // Before the stream opens: it goes on from where the first page was read.
  useEffect(() => marks.hear(mark), [marks, mark]);
  return <HydrationBoundary state={dated}>{children}</HydrationBoundary>;
}
