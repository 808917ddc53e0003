'use client';

import { Timeline } from '@studyspot/portal/record/timeline';
import { trpc } from '../../shell/trpc.ts';
import { useHours } from './use-hours.tsx';

export function LibraryTimeline({ id }: { id: string }) {
  const hoursOf = useHours();
  const hours = (value: string) =>
    hoursOf(JSON.parse(value))
      .map((days) => `${days.label}: ${days.value}`)
      .join(', ');
  return <Timeline reads={trpc.libraries.timeline} id={id} words="libraries" texts={{ hours }} />;
}
