'use client';

import { EmptyState } from '@studyspot/ui/empty-state';
import { BellOff } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { dayText } from '../day.tsx';
import { byDay } from '../record/days.tsx';
import { type Notice, NoticeRow } from './notice-row.tsx';

/** Those of one Indian day together, the newest first. */
export function NoticeDays({ notices }: { notices: readonly Notice[] }) {
  const t = useTranslations('notifications');
  const locale = useLocale();
  const dated = notices.map((notice) => ({ ...notice, at: notice.toldAt }));
  return byDay(dated, new Date()).map(({ away, events: [newest, ...older] }) =>
    newest ? (
      <section key={newest.id} className="not-first:mt-4">
        <h2 className="px-3 font-medium text-sm text-text-muted">
          {away === 0 ? t('today') : away === -1 ? t('yesterday') : dayText(locale, newest.at)}
        </h2>
        <ul>
          {[newest, ...older].map((notice) => (
            <NoticeRow key={notice.id} notice={notice} />
          ))}
        </ul>
      </section>
    ) : null,
  );
}

export function NoNotices() {
  const t = useTranslations('notifications');
  return (
    <EmptyState icon={<BellOff size={24} strokeWidth={1.75} />} title={t('emptyTitle')}>
      {t('empty')}
    </EmptyState>
  );
}
