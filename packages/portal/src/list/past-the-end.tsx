import { ButtonLink } from '@studyspot/ui/button';
import { EmptyState } from '@studyspot/ui/empty-state';
import { ListEnd } from 'lucide-react';
import { getTranslations } from 'next-intl/server';

/** All rows of a page have gone while it was kept in an address: the list has others. */
export async function PastTheEnd({ href }: { href: string }) {
  const t = await getTranslations('common');
  return (
    <EmptyState
      icon={<ListEnd size={24} strokeWidth={1.75} />}
      title={t('pastTheEndTitle')}
      actions={<ButtonLink href={href}>{t('wayBack')}</ButtonLink>}
    >
      {t('pastTheEnd')}
    </EmptyState>
  );
}
