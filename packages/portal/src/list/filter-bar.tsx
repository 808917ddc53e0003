'use client';

import { Button } from '@studyspot/ui/button';
import { SearchBox, Select } from '@studyspot/ui/input';
import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';
import { AutoSubmit } from './auto-submit.tsx';
import { FilterChips } from './filter-chips.tsx';
import { FilterField } from './filter-field.tsx';
import { type ListQuery, listHref, lookOf, MOST_SEARCHED, sortOf } from './list-query.tsx';

export interface FilterChoice {
  name: string;
  label: string;
  all: string;
  value: string | undefined;
  options: ReadonlyArray<{ value: string; label: string }>;
}

/** A filter that is no choice of few: its own field, and in words what it says now. */
export interface FilterAsk {
  name: string;
  field: ReactNode;
  chip: string | null;
}

export interface FilterBarProps {
  path: string;
  query: ListQuery<string, string>;
  search: string;
  choices: readonly FilterChoice[];
  asks?: readonly FilterAsk[] | undefined;
  busy: boolean;
}

/** A plain GET form: the filters live in the address, so Back, reload and a shared link keep them. */
export function FilterBar({ path, query, search, choices, asks = [], busy }: FilterBarProps) {
  const t = useTranslations('common');
  const { q } = query.filters;
  const without = (name: string) => listHref(path, query, { filters: { [name]: undefined } });
  const chips = choices.flatMap(({ name, label, value, options }) => {
    const chosen = options.find((option) => option.value === value);
    return chosen ? [{ name, text: t('filter', { label, value: chosen.label }), href: without(name) }] : [];
  });
  for (const { name, chip } of asks) if (chip) chips.push({ name, text: chip, href: without(name) });
  if (q) chips.unshift({ name: 'q', text: t('searched', { text: q }), href: without('q') });
  return (
    <AutoSubmit action={path} busy={busy}>
      {Object.entries({ sort: sortOf(query), ...lookOf(query.look) }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SearchBox className="min-w-0 flex-1 basis-64 lg:max-w-sm">
        <FilterField
          said={q}
          type="search"
          name="q"
          aria-label={search}
          placeholder={search}
          maxLength={MOST_SEARCHED}
          aria-keyshortcuts="/"
        />
      </SearchBox>
      {choices.map((choice) => (
        <div key={choice.name} className="min-w-0 flex-1 basis-36 sm:flex-none">
          <Select
            compact
            name={choice.name}
            aria-label={choice.label}
            defaultValue={choice.value ?? ''}
            key={choice.value}
          >
            <option value="">{choice.all}</option>
            {choice.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </Select>
        </div>
      ))}
      {asks.map(({ name, field }) => (
        <Fragment key={name}>{field}</Fragment>
      ))}
      <Button type="submit" className="max-sm:sr-only lg:sr-only focus:not-sr-only">
        {t('search')}
      </Button>
      <FilterChips path={path} chips={chips} />
    </AutoSubmit>
  );
}
