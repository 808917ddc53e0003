'use client';

import { Select } from '@studyspot/ui/input';
import { showToast } from '@studyspot/ui/toast';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type ListQuery, listHref, sortOf } from '../list/list-query.tsx';
import { stayAt } from '../list/stay-link.tsx';
import { nearOf, nearText } from './near.tsx';

const CHOICES = [2, 5, 10, 25, 50, 100];

export interface NearFieldProps {
  path: string;
  query: ListQuery<string, string>;
}

/** How far away at most, from where this device is: it is asked once, and the address keeps what it said. */
export function NearField({ path, query }: NearFieldProps) {
  const t = useTranslations('near');
  const [asks, setAsks] = useState<number | null>(null);
  const said = nearOf(query.filters['near']);
  const chosen = asks ?? said?.km;
  const choices = chosen === undefined || CHOICES.includes(chosen) ? CHOICES : [chosen, ...CHOICES];

  const go = (near: string | undefined) => {
    const sort = sortOf(query);
    stayAt(listHref(path, query, { filters: { near }, sort: near ? 'distance' : sort === 'distance' ? 'name' : sort }));
  };
  const choose = (km: number) => {
    if (said) return go(nearText({ ...said, km }));
    setAsks(km);
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => {
        setAsks(null);
        go(nearText({ latitude, longitude, km }));
      },
      () => {
        setAsks(null);
        showToast({ text: t('refused') });
      },
      { timeout: 15_000, maximumAge: 60_000 },
    );
  };

  return (
    <div className="min-w-0 flex-1 basis-36 sm:flex-none">
      {said ? <input type="hidden" name="near" value={nearText(said)} /> : null}
      <Select
        compact
        aria-label={t('near')}
        aria-busy={asks !== null}
        autoComplete="off"
        value={chosen ?? ''}
        // The form of the filters would go on without the place.
        onInput={(event) => event.stopPropagation()}
        onChange={({ target: { value } }) => (value === '' ? go(undefined) : choose(Number(value)))}
      >
        <option value="">{t('anywhere')}</option>
        {choices.map((km) => (
          <option key={km} value={km}>
            {asks === km ? t('asking') : t('within', { km })}
          </option>
        ))}
      </Select>
    </div>
  );
}
