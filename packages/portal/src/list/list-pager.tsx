import { Pager } from '@studyspot/ui/pager';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';

export interface ListPagerProps {
  shown: number;
  total: number | null;
  previous: string | null;
  next: string | null;
}

export async function ListPager({ shown, total, previous, next }: ListPagerProps) {
  const t = await getTranslations('common');
  if (!previous && !next && total !== null && total <= shown) return null;
  return (
    <Pager
      link={Link}
      label={t('pages')}
      status={total === null ? t('shownOfMany', { shown }) : t('shownOf', { shown, total })}
      previous={{ label: t('previous'), href: previous }}
      next={{ label: t('next'), href: next }}
    />
  );
}
