import { ButtonLink } from '@studyspot/ui/button';
import { EmptyState } from '@studyspot/ui/empty-state';
import { SearchX } from 'lucide-react';
import { getTranslations } from 'next-intl/server';

export async function FilteredEmpty({ title, href }: { title: string; href: string }) {
  const t = await getTranslations('common');
  return (
    <EmptyState
      icon={<SearchX size={24} strokeWidth={1.75} />}
      title={title}
      actions={<ButtonLink href={href}>{t('clearFilters', { count: 1 })}</ButtonLink>}
    >
      {t('tryAnother')}
    </EmptyState>
  );
}
