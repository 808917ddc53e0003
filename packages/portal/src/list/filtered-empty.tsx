'use client';

import { ButtonLink } from '@studyspot/ui/button';
import { EmptyState } from '@studyspot/ui/empty-state';
import { SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { StayLink } from './stay-link.tsx';

export function FilteredEmpty({ title, href }: { title: string; href: string }) {
  const t = useTranslations('common');
  return (
    <EmptyState
      icon={<SearchX size={24} strokeWidth={1.75} />}
      title={title}
      actions={
        <ButtonLink as={StayLink} href={href}>
          {t('clearFilters', { count: 1 })}
        </ButtonLink>
      }
    >
      {t('tryAnother')}
    </EmptyState>
  );
}
