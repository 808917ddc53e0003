'use client';

import { useTranslations } from 'next-intl';
import { kilometres } from './near.tsx';

interface Placed {
  distance: number | null;
}

/** How far the rows of a list are: in words, and as a column of it. */
export function useDistance() {
  const t = useTranslations('near');
  const far = (distance: number | null) => (distance === null ? '–' : t('km', { km: kilometres(distance) }));
  const column = {
    key: 'distance',
    area: 'none',
    numeric: true,
    sort: 'distance',
    text: ({ distance }: Placed) => far(distance),
  } as const;
  return { far, column };
}
