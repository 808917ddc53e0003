'use client';

import { useTranslations } from 'next-intl';
import { nearOf } from '../position/near.tsx';
import { NearField } from '../position/near-field.tsx';
import type { FilterAsk } from './filter-bar.tsx';
import { FilterField } from './filter-field.tsx';
import type { ListQuery } from './list-query.tsx';

const MOST_LETTERS = 80;

/** Where the things of a list are: in a city, and not farther than so far from here. */
export function usePlaceAsks(words: string, path: string, query: ListQuery<string, string>): FilterAsk[] {
  const t = useTranslations(words);
  const near = useTranslations('near');
  const { city, near: said } = query.filters;
  const place = nearOf(said);
  const label = t('cityFilter');
  const parts = { name: 'city', 'aria-label': label, placeholder: label, maxLength: MOST_LETTERS };
  return [
    {
      name: 'city',
      chip: city ? t('cityChip', { city }) : null,
      field: (
        <div className="min-w-0 flex-1 basis-36 sm:max-w-40 sm:flex-none">
          <FilterField said={city} {...parts} />
        </div>
      ),
    },
    {
      name: 'near',
      chip: place ? near('nearChip', { km: place.km }) : null,
      field: <NearField path={path} query={query} />,
    },
  ];
}
