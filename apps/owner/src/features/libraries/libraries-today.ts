import type { QueueItem } from '@studyspot/portal/home/queue';
import { countText, nothingToday, type Today } from '@studyspot/portal/home/today-page';
import { answer } from '@studyspot/portal/shell/answer';
import { getTranslations } from 'next-intl/server';
import type { Session } from '../../shell/session.ts';

export async function librariesToday({ api, may }: Session): Promise<Today> {
  if (!may('libraries:read')) return nothingToday;
  const [t, { items: libraries, total }] = await Promise.all([
    getTranslations('home'),
    answer(api.libraries.list({ limit: 100 })),
  ]);
  const items: QueueItem[] = [];
  if (libraries.length === 0 && may('libraries:create')) {
    items.push({ key: 'first', title: t('first'), help: t('firstHelp'), href: '/libraries/new', action: t('add') });
  }
  for (const { id, name, status } of libraries) {
    if (status === 'active' || !may('libraries:update')) continue;
    const title = t('notOpen', { name, status });
    items.push({ key: id, title, help: t('notOpenHelp'), href: `/libraries/${id}`, action: t('open') });
  }
  const seats = libraries.reduce((sum, { capacity }) => sum + capacity, 0);
  return {
    items,
    figures: [
      { label: t('libraries'), value: countText(total), href: '/libraries' },
      { label: t('seats'), value: countText(seats), href: '/libraries' },
    ],
  };
}
