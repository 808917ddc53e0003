'use client';

import { Input } from '@studyspot/ui/input';
import { useTranslations } from 'next-intl';
import { type ComponentProps, useEffect, useRef } from 'react';
import { StayLink } from './stay-link.tsx';

export interface FilterFieldProps extends ComponentProps<typeof Input> {
  /** What the address says. */
  said: string | undefined;
}

/** Back and "clear" change the address under a field; whoever is typing in it is ahead of the address. */
export function FilterField({ said, ...rest }: FilterFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (field.current && field.current !== document.activeElement) field.current.value = said ?? '';
  }, [said]);
  return <Input {...rest} compact ref={field} defaultValue={said} />;
}

export function ClearFilters({ path, count }: { path: string; count: number }) {
  const t = useTranslations('common');
  if (count === 0) return null;
  return (
    <StayLink
      href={path}
      className="inline-flex min-h-11 shrink-0 items-center whitespace-nowrap rounded-control px-2 text-primary text-sm underline underline-offset-2 lg:min-h-10"
    >
      {t('clearFilters', { count })}
    </StayLink>
  );
}
