'use client';

import { Pager } from '@studyspot/ui/pager';
import { useTranslations } from 'next-intl';
import { StayLink } from './stay-link.tsx';

export interface ListPagerProps {
  shown: number;
  total: number | null;
  previous: string | null;
  next: string | null;
}

export function ListPager({ shown, total, previous, next }: ListPagerProps) {
  const t = useTranslations('common');
  if (!previous && !next && total !== null && total <= shown) return null;
  return (
    <Pager
      link={StayLink}
      label={t('pages')}
      status={total === null ? t('shownOfMany', { shown }) : t('shownOf', { shown, total })}
      previous={{ label: t('previous'), href: previous }}
      next={{ label: t('next'), href: next }}
    />
  );
}
