'use client';

import { Button } from '@studyspot/ui/button';
import { SearchBox, Select } from '@studyspot/ui/input';
import { useTranslations } from 'next-intl';
import { AutoSubmit } from './auto-submit.tsx';
import { ClearFilters, FilterField } from './filter-field.tsx';

export interface FilterChoice {
  name: string;
  label: string;
  all: string;
  value: string | undefined;
  options: ReadonlyArray<{ value: string; label: string }>;
}

export interface FilterBarProps {
  path: string;
  search: { label: string; value: string | undefined };
  choices: readonly FilterChoice[];
  sort: string;
  busy: boolean;
}

/** A plain GET form: the filters live in the address, so Back, reload and a shared link keep them. */
export function FilterBar({ path, search, choices, sort, busy }: FilterBarProps) {
  const t = useTranslations('common');
  const active = [search.value, ...choices.map((choice) => choice.value)].filter(Boolean).length;
  return (
    <AutoSubmit action={path} busy={busy}>
      <input type="hidden" name="sort" value={sort} />
      <SearchBox className="min-w-0 flex-1 basis-64 lg:max-w-sm">
        <FilterField
          said={search.value}
          type="search"
          name="q"
          aria-label={search.label}
          placeholder={search.label}
          maxLength={100}
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
      <Button type="submit" className="max-sm:sr-only lg:sr-only focus:not-sr-only">
        {t('search')}
      </Button>
      <ClearFilters path={path} count={active} />
    </AutoSubmit>
  );
}
