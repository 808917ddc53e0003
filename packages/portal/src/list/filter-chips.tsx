'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ClearFilters } from './filter-field.tsx';
import { StayLink } from './stay-link.tsx';

/** One filter that holds, said in words; it leads to the list without it. */
export function FilterChip({ href, children }: { href: string; children: string }) {
  const t = useTranslations('common');
  return (
    <StayLink
      href={href}
      aria-label={t('clearFilter', { filter: children })}
      className="inline-flex min-h-11 max-w-full shrink-0 items-center gap-2 rounded-full bg-muted px-3 text-sm hover:bg-line lg:min-h-8"
    >
      <span className="truncate">{children}</span>
      <X size={16} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />
    </StayLink>
  );
}

export interface FilterChipsProps {
  path: string;
  chips: ReadonlyArray<{ name: string; text: string; href: string }>;
}

/** One line on phones, which moves sideways under the thumb: however many hold, the rows stay where they are. */
export function FilterChips({ path, chips }: FilterChipsProps) {
  if (chips.length === 0) return null;
  return (
    <div className="-mx-4 -my-1 flex basis-full items-center gap-2 overflow-x-auto px-4 py-1 sm:mx-0 sm:flex-wrap sm:px-0">
      {chips.map(({ name, text, href }) => (
        <FilterChip key={name} href={href}>
          {text}
        </FilterChip>
      ))}
      {chips.length > 1 ? <ClearFilters path={path} count={chips.length} /> : null}
    </div>
  );
}
